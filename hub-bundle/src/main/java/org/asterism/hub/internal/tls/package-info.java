/** Files of TLS. {@link org.asterism.hub.internal.tls.StoreCheck} says in one message what is wrong with one. */
package org.asterism.hub.internal.tls;
