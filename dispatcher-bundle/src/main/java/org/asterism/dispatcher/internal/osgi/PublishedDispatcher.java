package org.asterism.dispatcher.internal.osgi;

import java.util.Map;
import org.asterism.dispatcher.DispatcherReport;
import org.asterism.dispatcher.DispatcherStatistics;
import org.asterism.dispatcher.internal.jmx.DispatcherRegistration;
import org.asterism.dispatcher.internal.netty.NettyDispatcher;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The numbers of a dispatcher as an OSGi service, here and in the rest of the cluster, and in JMX. */
final class PublishedDispatcher implements DispatcherStatistics, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedDispatcher.class);

    private final NettyDispatcher dispatcher;
    private final ServiceRegistration<DispatcherStatistics> registration;
    private final AutoCloseable bean;

    PublishedDispatcher(BundleContext context, String instance, NettyDispatcher dispatcher) {
        this.dispatcher = dispatcher;
        this.registration = context.registerService(
                DispatcherStatistics.class,
                this,
                FrameworkUtil.asDictionary(Map.of(
                        INSTANCE, instance, "service.exported.interfaces", DispatcherStatistics.class.getName())));
        this.bean = DispatcherRegistration.of(this);
    }

    @Override
    public DispatcherReport report() {
        return dispatcher.report();
    }

    @Override
    public void close() {
        registration.unregister();
        try {
            bean.close();
        } catch (Exception e) {
            LOG.warn("the dispatcher stays in JMX", e);
        }
    }
}
