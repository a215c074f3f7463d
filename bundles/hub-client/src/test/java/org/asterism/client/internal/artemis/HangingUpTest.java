package org.asterism.client.internal.artemis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.asterism.client.internal.LinkConfiguration;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.cluster.MemberState;
import org.asterism.protocol.member.MessagingLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that accepts connections and closes them at once, as a proxy does whose hub is down. */
@Timeout(60)
class HangingUpTest {

    /** Longer than the test waits: an attempt that costs it fails the test. */
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(40);

    private static final Duration LONG = Duration.ofSeconds(25);

    private final AtomicInteger accepted = new AtomicInteger();
    private final ServerSocket server = listen();

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void costsAttemptsAndNotTheirTimeOuts() {
        Thread hangingUp = new Thread(this::hangUp);
        hangingUp.setDaemon(true);
        hangingUp.start();
        try (ArtemisLink link = ArtemisLink.open(configuration())) {
            await().atMost(LONG).untilAsserted(() -> assertThat(accepted).hasValueGreaterThan(40));
            assertThat(link.member().view().stale()).isTrue();
        }
    }

    private void hangUp() {
        while (!server.isClosed()) {
            try {
                server.accept().close();
                accepted.incrementAndGet();
            } catch (IOException e) {
                assertThat(server.isClosed()).isTrue();
            }
        }
    }

    private LinkConfiguration configuration() {
        return new LinkConfiguration(
                new Member(
                        new MemberId("a"),
                        MemberKind.CLIENT,
                        "1",
                        MemberState.UP,
                        "localhost",
                        1,
                        "1",
                        Map.of(),
                        Instant.EPOCH),
                List.of(URI.create("tcp://127.0.0.1:" + server.getLocalPort())),
                "a secret of the cluster in tests",
                Duration.ofSeconds(3),
                CALL_TIMEOUT,
                Duration.ofMillis(20),
                Duration.ofMillis(100),
                MessagingLimits.DEFAULT);
    }

    private static ServerSocket listen() {
        try {
            return new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
