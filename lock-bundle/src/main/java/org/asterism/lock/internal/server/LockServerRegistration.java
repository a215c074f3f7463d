package org.asterism.lock.internal.server;

import java.lang.management.ManagementFactory;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows a lock server in JMX. It works as well where that is not possible. */
public final class LockServerRegistration {

    private static final Logger LOG = LoggerFactory.getLogger(LockServerRegistration.class);

    private LockServerRegistration() {}

    /** Registers until it is closed. */
    public static AutoCloseable of(MessagingLockServer server) {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        try {
            ObjectName name = new ObjectName(LockServerBean.NAME);
            LockServerBean bean = new LockServerBean(server);
            beans.registerMBean(bean, name);
            AutoCloseable telling = bean.tellLongHeld();
            return () -> {
                telling.close();
                beans.unregisterMBean(name);
            };
        } catch (InstanceAlreadyExistsException e) {
            LOG.warn("another lock server of this process is shown in JMX", e);
        } catch (JMException e) {
            LOG.warn("the lock server is not shown in JMX", e);
        }
        return () -> {};
    }
}
