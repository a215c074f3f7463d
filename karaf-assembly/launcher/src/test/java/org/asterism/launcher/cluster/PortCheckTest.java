package org.asterism.launcher.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.asterism.launcher.LauncherException;
import org.junit.jupiter.api.Test;

class PortCheckTest {

    @Test
    void namesThePortItsPurposeAndWhoHasIt() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = socket.getLocalPort();

            assertThat(PortCheck.isOpen("127.0.0.1", port, Duration.ofSeconds(2)))
                    .isTrue();
            assertThatThrownBy(() -> PortCheck.requireFree(port, "the hub"))
                    .isInstanceOf(LauncherException.class)
                    .hasMessageContaining("port " + port + " of the hub is in use by process "
                            + ProcessHandle.current().pid())
                    .hasMessageContaining("--port-offset");
        }
    }

    @Test
    void findsAClosedPortFree() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        PortCheck.requireFree(port, "the hub");
        assertThat(PortCheck.isOpen("127.0.0.1", port, Duration.ofSeconds(2))).isFalse();
    }

    @Test
    void tellsOfAPortThatAnotherProcessHas() throws Exception {
        long self = ProcessHandle.current().pid();
        try (ServerSocket ours = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(PortCheck.other(ours.getLocalPort(), self)).isEmpty();
            assertThat(PortCheck.other(ours.getLocalPort(), self + 1))
                    .hasValueSatisfying(owner -> assertThat(owner).startsWith("process " + self));
        }
    }
}
