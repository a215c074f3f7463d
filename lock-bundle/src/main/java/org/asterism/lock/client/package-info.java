/**
 * Locks for programs outside OSGi. The main type is {@link org.asterism.lock.client.LockClient}; in a container the lock
 * service is a service.
 */
@Version("1.0.0")
@Export
package org.asterism.lock.client;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
