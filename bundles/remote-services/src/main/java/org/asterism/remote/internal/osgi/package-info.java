/**
 * Remote Service Admin over the hub. The main classes are
 * {@link org.asterism.remote.internal.osgi.DistributionComponent}, which exports and imports, and
 * {@link org.asterism.remote.internal.osgi.DiscoveryComponent}, which tells the cluster and this framework of endpoints.
 */
@RSADistributionProvider(configs = "asterism")
@RSADiscoveryProvider(protocols = {"asterism", "local"})
@Capability(
        namespace = ExtenderNamespace.EXTENDER_NAMESPACE,
        name = "osgi.remoteserviceadmin",
        version = "1.1.0",
        uses = RemoteServiceAdmin.class)
package org.asterism.remote.internal.osgi;

import org.apache.aries.rsa.annotations.RSADiscoveryProvider;
import org.apache.aries.rsa.annotations.RSADistributionProvider;
import org.osgi.annotation.bundle.Capability;
import org.osgi.namespace.extender.ExtenderNamespace;
import org.osgi.service.remoteserviceadmin.RemoteServiceAdmin;
