package org.asterism.dispatcher.internal.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.asterism.cluster.MemberId;
import org.asterism.dispatcher.ApplicationReport;
import org.asterism.dispatcher.DispatcherCounts;
import org.asterism.dispatcher.DispatcherReport;
import org.asterism.dispatcher.Ejection;
import org.asterism.dispatcher.PlaceReport;
import org.asterism.dispatcher.TargetReport;
import org.asterism.dispatcher.Traffic;
import org.asterism.servernode.NodeState;
import org.junit.jupiter.api.Test;

class DispatcherBeanTest {

    private static final Traffic TRAFFIC = new Traffic(50, 1, 2.5, 10, 20, 30);
    private static final MemberId NODE = new MemberId("a/1");

    private static DispatcherReport report() {
        Ejection ejection = new Ejection("refused", 1, Duration.ofSeconds(1), Duration.ofSeconds(1));
        return new DispatcherReport(
                "a",
                Duration.ofSeconds(9),
                new DispatcherCounts(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
                List.of(new TargetReport(NODE, NodeState.UP, 1, 12, 13, 14, 15, Optional.of(ejection))),
                List.of(new ApplicationReport(
                        "/shop", false, 16, 17, 18, 19, TRAFFIC, List.of(new PlaceReport(NODE, 20, 21, TRAFFIC)))));
    }

    @Test
    void showsTheNumbersInJmx() throws Exception {
        MBeanServer server = MBeanServerFactory.newMBeanServer();
        ObjectName name = new ObjectName(DispatcherBean.NAME);
        server.registerMBean(new DispatcherBean(DispatcherBeanTest::report), name);
        DispatcherMXBean bean = JMX.newMXBeanProxy(server, name, DispatcherMXBean.class);

        assertThat(bean.getInstance()).isEqualTo("a");
        assertThat(bean.getUpMillis()).isEqualTo(9000);
        assertThat(List.of(
                        bean.getRequests(),
                        bean.getRetries(),
                        bean.getRetriesRefused(),
                        bean.getEjections(),
                        bean.getProbes(),
                        bean.getQueued(),
                        bean.getRejected(),
                        bean.getFailed(),
                        bean.getConnectionsRefused(),
                        bean.getConnectionsToNodes(),
                        bean.getLogDropped()))
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L);
        assertThat(bean.getOutstandingByNode()).containsEntry("a/1", 12);
        assertThat(bean.getSessionsByNode()).containsEntry("a/1", 13);
        assertThat(bean.getMovedByNode()).containsEntry("a/1", 14L);
        assertThat(bean.getEjectedNodes()).containsEntry("a/1", "refused");
        assertThat(bean.getWaitingByApplication()).containsEntry("/shop", 16);
        assertThat(bean.getRejectedByApplication()).containsEntry("/shop", 19L);
        assertThat(bean.getPerSecondByApplication()).containsEntry("/shop", 2.5);
        assertThat(bean.getP50MicrosByApplication()).containsEntry("/shop", 10L);
        assertThat(bean.getP99MicrosByApplication()).containsEntry("/shop", 20L);
        assertThat(bean.getMaxMicrosByApplication()).containsEntry("/shop", 30L);
        assertThat(bean.getInFlight()).containsEntry("/shop a/1", 20);
        assertThat(bean.getLimits()).containsEntry("/shop a/1", 21);
    }
}
