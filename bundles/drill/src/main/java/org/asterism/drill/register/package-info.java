/**
 * Something that writers share and that protects itself by fencing tokens: {@link org.asterism.drill.register.FencedRegister},
 * reached over TCP past the hub and past what is broken in a drill.
 */
package org.asterism.drill.register;
