/**
 * Cluster-wide locks for web applications. The main type is {@link org.asterism.lock.servlet.SessionLocks}.
 */
@Version("1.0.0")
@Export
package org.asterism.lock.servlet;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
