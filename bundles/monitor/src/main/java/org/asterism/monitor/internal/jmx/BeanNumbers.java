package org.asterism.monitor.internal.jmx;

import static org.asterism.metrics.Metric.counter;
import static org.asterism.metrics.Metric.gauge;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.asterism.metrics.Metric;
import org.asterism.metrics.MetricSource;
import org.asterism.metrics.Readings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What MBeans of this container count already: HTTP sessions and pools of database connections. */
public final class BeanNumbers implements MetricSource {

    private static final Logger LOG = LoggerFactory.getLogger(BeanNumbers.class);
    /** In the domain of whoever made it: commons-pool2 itself, or Pax JDBC. */
    private static final String POOL = "*:type=GenericObjectPool,*";

    private static final String SESSIONS = "org.asterism:type=HttpSessions";

    private static final List<Wanted> ALL = List.of(
            session("Loaded", counter("asterism_sessions_loaded_total", "Sessions read from the database")),
            session("Saved", counter("asterism_sessions_saved_total", "Sessions written with their attributes")),
            session("SavedBytes", counter("asterism_sessions_saved_bytes_total", "Bytes of attributes written")),
            session("Touched", counter("asterism_sessions_touched_total", "Sessions whose last use was written")),
            session("Expired", counter("asterism_sessions_expired_total", "Sessions ended because they were unused")),
            session(
                    "Conflicts",
                    counter("asterism_sessions_conflicts_total", "Changes refused, another node was first")),
            session("Refused", counter("asterism_sessions_refused_total", "Attributes refused")),
            session("Unreadable", counter("asterism_sessions_unreadable_total", "Sessions that could not be read")),
            session("Failures", counter("asterism_sessions_failures_total", "Failures of the database")),
            pool("NumActive", gauge("asterism_datasource_active", "Database connections in use", "pool")),
            pool("NumIdle", gauge("asterism_datasource_idle", "Database connections in reserve", "pool")),
            pool("NumWaiters", gauge("asterism_datasource_waiting", "Threads that wait for a connection", "pool")),
            pool("MaxTotal", gauge("asterism_datasource_max", "The most connections there may be", "pool")),
            pool("CreatedCount", counter("asterism_datasource_opened_total", "Connections made", "pool")),
            pool("BorrowedCount", counter("asterism_datasource_borrowed_total", "Connections handed out", "pool")));

    private record Wanted(String bean, String attribute, Metric metric) {}

    private static Wanted session(String attribute, Metric metric) {
        return new Wanted(SESSIONS, attribute, metric);
    }

    private static Wanted pool(String attribute, Metric metric) {
        return new Wanted(POOL, attribute, metric);
    }

    @Override
    public List<Metric> metrics() {
        return ALL.stream().map(Wanted::metric).toList();
    }

    @Override
    public void read(Readings readings) {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        for (Wanted wanted : ALL) {
            for (ObjectName bean : names(server, wanted.bean())) {
                read(server, bean, wanted, readings);
            }
        }
    }

    private static void read(MBeanServer server, ObjectName bean, Wanted wanted, Readings readings) {
        try {
            if (server.getAttribute(bean, wanted.attribute()) instanceof Number value) {
                String[] labels = wanted.metric().labels().isEmpty()
                        ? new String[0]
                        : new String[] {String.valueOf(bean.getKeyProperty("name"))};
                readings.add(wanted.metric(), value.doubleValue(), labels);
            }
        } catch (JMException e) { // it went meanwhile
            LOG.debug("{} of {} cannot be read", wanted.attribute(), bean, e);
        }
    }

    private static Set<ObjectName> names(MBeanServer server, String pattern) {
        try {
            return server.queryNames(new ObjectName(pattern), null);
        } catch (MalformedObjectNameException e) {
            throw new IllegalStateException("not a name: " + pattern, e);
        }
    }
}
