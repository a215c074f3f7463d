package org.asterism.dispatcher.internal.jmx;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.asterism.dispatcher.DispatcherStatistics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows a dispatcher in JMX. It works as well where that is not possible. */
public final class DispatcherRegistration {

    private static final Logger LOG = LoggerFactory.getLogger(DispatcherRegistration.class);

    private DispatcherRegistration() {}

    /** Registers until it is closed. */
    public static AutoCloseable of(DispatcherStatistics statistics) {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        try {
            ObjectName name = new ObjectName(DispatcherBean.NAME);
            beans.registerMBean(new DispatcherBean(statistics), name);
            return () -> beans.unregisterMBean(name);
        } catch (JMException e) {
            LOG.warn("the dispatcher is not shown in JMX", e);
        }
        return () -> {};
    }
}
