package org.asterism.hub.internal.osgi;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HttpPortTest {

    @Test
    void refusesAPortAtWhichSomebodyElseListens() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> HttpPort.require(other.getLocalPort(), patience -> false))
                    .withMessageContaining("cannot listen on port " + other.getLocalPort());
        }
    }

    @Test
    void isContentIfItIsOurServerThatListensNowOrSoon() throws Exception {
        try (ServerSocket ours = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            HttpPort.require(ours.getLocalPort(), patience -> true);
            HttpPort.require(ours.getLocalPort(), patience -> patience.compareTo(Duration.ZERO) > 0);
        }
    }

    @Test
    void doesNotWaitForAServerThatHasNotBegunToListen() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        HttpPort.require(port, patience -> {
            if (!patience.isZero()) {
                throw new AssertionError("waits");
            }
            return false;
        });
    }
}
