/**
 * The link to the hub for programs outside OSGi. The main type is {@link org.asterism.client.MemberLink}; in a container what
 * it gives are services.
 */
@Version("1.0.0")
@Export
package org.asterism.client;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
