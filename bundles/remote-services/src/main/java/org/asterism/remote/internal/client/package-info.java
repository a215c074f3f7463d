/**
 * Remote services without OSGi. The main class is {@link org.asterism.remote.internal.client.ClientServices}; what the
 * containers use is used here too, only that nothing is found by the service registry.
 */
package org.asterism.remote.internal.client;
