package org.asterism.launcher.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.asterism.launcher.LauncherException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterPortsTest {

    @Test
    void addsTheOffsetToEachBasePort() throws Exception {
        ClusterPorts ports = ClusterPorts.ofOffset(2000);

        assertThat(ports.hub()).isEqualTo(63616);
        assertThat(ports.hubHttp()).isEqualTo(10180);
        assertThat(ports.database()).isEqualTo(11092);
        assertThat(ports.dispatcher(1)).isEqualTo(10080);
        assertThat(ports.dispatcher(2)).isEqualTo(10081);
        assertThat(ports.hubUrl()).isEqualTo("tcp://127.0.0.1:63616");
        assertThat(ports.hubUrl(2)).isEqualTo("tcp://127.0.0.1:63617");
        assertThat(ports.hubHttp(2)).isEqualTo(10181);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3916, 100_000})
    void refusesAnOffsetThatLeadsOutOfRange(int offset) {
        assertThatThrownBy(() -> ClusterPorts.ofOffset(offset))
                .isInstanceOf(LauncherException.class)
                .hasMessage("the port offset " + offset + " is out of range; use one from 0 to 3915");
    }
}
