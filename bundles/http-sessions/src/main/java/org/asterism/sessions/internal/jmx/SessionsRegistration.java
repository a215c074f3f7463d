package org.asterism.sessions.internal.jmx;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;
import org.asterism.sessions.internal.SessionCounters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows the counters until it is closed. Sessions work as well where that is not possible. */
public final class SessionsRegistration implements HttpSessionsMXBean, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SessionsRegistration.class);
    private static final String NAME = "org.asterism:type=HttpSessions";

    private final SessionCounters counters;

    @SuppressWarnings("this-escape") // complete when it is shown
    public SessionsRegistration(SessionCounters counters) {
        this.counters = counters;
        try {
            ManagementFactory.getPlatformMBeanServer().registerMBean(this, new ObjectName(NAME));
        } catch (JMException e) {
            LOG.warn("HTTP sessions are not shown in JMX", e);
        }
    }

    @Override
    public long getLoaded() {
        return counters.loaded.sum();
    }

    @Override
    public long getSaved() {
        return counters.saved.sum();
    }

    @Override
    public long getSavedBytes() {
        return counters.savedBytes.sum();
    }

    @Override
    public long getTouched() {
        return counters.touched.sum();
    }

    @Override
    public long getExpired() {
        return counters.expired.sum();
    }

    @Override
    public long getConflicts() {
        return counters.conflicts.sum();
    }

    @Override
    public long getRefused() {
        return counters.refused.sum();
    }

    @Override
    public long getUnreadable() {
        return counters.unreadable.sum();
    }

    @Override
    public long getFailures() {
        return counters.failures.sum();
    }

    @Override
    public void close() {
        try {
            ManagementFactory.getPlatformMBeanServer().unregisterMBean(new ObjectName(NAME));
        } catch (JMException e) {
            LOG.debug("HTTP sessions were not shown in JMX", e);
        }
    }
}
