package org.asterism.servernode.internal.osgi;

import org.asterism.servernode.internal.Traffic;
import org.asterism.servernode.internal.jetty.JettyTraffic;
import org.eclipse.jetty.server.HttpConfiguration;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** Brings the count of requests and sessions to the HTTP server; containers without one do not know that class. */
final class TrafficCount implements AutoCloseable {

    private final ServiceRegistration<HttpConfiguration.Customizer> customizer;

    TrafficCount(BundleContext context, Traffic traffic) {
        customizer = context.registerService(HttpConfiguration.Customizer.class, new JettyTraffic(traffic), null);
    }

    @Override
    public void close() {
        customizer.unregister();
    }
}
