/**
 * Remote services for programs outside OSGi. The main type is {@link org.asterism.remote.client.RemoteServices}; in a
 * container remote services are services like any other.
 */
@Version("1.0.0")
@Export
package org.asterism.remote.client;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
