/** Starts the hub and registers its services. The main class is {@link org.asterism.hub.internal.osgi.HubComponent}. */
package org.asterism.hub.internal.osgi;
