/** The users of Karaf. The main class is {@link org.asterism.console.internal.jaas.JaasRealm}. */
package org.asterism.console.internal.jaas;
