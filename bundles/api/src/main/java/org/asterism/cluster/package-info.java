/**
 * Who is in the cluster and what is offered in it, as one member sees it.
 *
 * <p>The main type is {@link org.asterism.cluster.ClusterService}; everything it hands out is an immutable value.
 */
@Version("1.0.0")
@Export
package org.asterism.cluster;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
