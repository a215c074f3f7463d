/**
 * Remote Service Admin over the hub. The main classes are
 * {@link org.asterism.remote.internal.osgi.DistributionComponent}, which exports and imports, and
 * {@link org.asterism.remote.internal.osgi.DiscoveryComponent}, which tells the cluster and this framework of endpoints.
 */
@RSADistributionProvider(configs = "asterism")
@RSADiscoveryProvider(protocols = "asterism")
package org.asterism.remote.internal.osgi;

import org.apache.aries.rsa.annotations.RSADiscoveryProvider;
import org.apache.aries.rsa.annotations.RSADistributionProvider;
