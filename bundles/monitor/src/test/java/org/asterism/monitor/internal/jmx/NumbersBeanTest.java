package org.asterism.monitor.internal.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.asterism.metrics.Metric;
import org.asterism.monitor.internal.Series;
import org.junit.jupiter.api.Test;

class NumbersBeanTest {

    @Test
    void eachReadingIsAnAttributeUntilItIsClosed() throws Exception {
        Metric members = Metric.gauge("test_members", "Members", "kind", "state");
        Series series = new Series(members, List.of(new Series.Reading(List.of("instance", "UP"), 2)));
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = new ObjectName(NumbersBean.NAME);
        try (NumbersBean bean = NumbersBean.show(() -> List.of(series))) {
            assertThat(server.getAttribute(name, "test_members{kind=instance,state=UP}"))
                    .isEqualTo(2.0);
            assertThat(server.getMBeanInfo(name).getAttributes()).hasSize(1);
            assertThat(bean.getAttributes(new String[] {"other"})).isEmpty();
        }
        assertThat(server.isRegistered(name)).isFalse();
    }
}
