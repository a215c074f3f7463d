/**
 * Listeners that are OSGi services, in every container that has the services of a member. The main class is
 * {@link org.asterism.protocol.internal.osgi.ListenerWhiteboard}.
 */
package org.asterism.protocol.internal.osgi;
