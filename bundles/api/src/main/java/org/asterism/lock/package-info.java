/**
 * Cluster-wide locks. Applications use {@link org.asterism.lock.LockService}; the hub offers
 * {@link org.asterism.lock.LockServer} to look at the lock table.
 */
@Version("1.1.0")
@Export
package org.asterism.lock;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
