package org.asterism.servernode.internal.osgi;

import java.util.Map;
import org.asterism.servernode.internal.Traffic;
import org.asterism.servernode.internal.jetty.JettyTraffic;
import org.eclipse.jetty.server.HttpConfiguration;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** Brings the count of requests and sessions to the HTTP server; containers without one do not know that class. */
final class TrafficCount implements AutoCloseable {

    /** Pax Web keeps one customizer of each ranking and drops the others: this one differs from that of the sessions. */
    private static final int RANKING = 20;

    private final ServiceRegistration<HttpConfiguration.Customizer> customizer;

    TrafficCount(BundleContext context, Traffic traffic) {
        customizer = context.registerService(
                HttpConfiguration.Customizer.class,
                new JettyTraffic(traffic),
                FrameworkUtil.asDictionary(Map.of(Constants.SERVICE_RANKING, RANKING)));
    }

    @Override
    public void close() {
        customizer.unregister();
    }
}
