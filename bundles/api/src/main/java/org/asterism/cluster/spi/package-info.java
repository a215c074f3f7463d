/**
 * What a bundle of a member may say about its own member: the services it offers, its state, a death it has seen.
 */
@Version("1.0.0")
@Export
package org.asterism.cluster.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
