package org.asterism.drill.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WireTest {

    private ServerSocket server;
    private Wire wire;

    @BeforeEach
    void lay() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        wire = new Wire("127.0.0.1", server.getLocalPort());
    }

    @AfterEach
    void remove() throws IOException {
        wire.close();
        server.close();
    }

    @Test
    void carriesBothWays() throws IOException {
        try (Socket near = connect();
                Socket far = server.accept()) {
            assertThat(sent(near, far)).isEqualTo('x');
            assertThat(sent(far, near)).isEqualTo('x');
        }
    }

    @Test
    void whenItIsCutTheConnectionEndsAndThereIsNoOtherUntilItIsMended() throws IOException {
        try (Socket near = connect();
                Socket far = server.accept()) {
            wire.cut();

            assertThat(near.getInputStream().read()).isNegative();
            assertThat(far.getInputStream().read()).isNegative();
            assertThatThrownBy(this::connect).isInstanceOf(IOException.class);
        }
        wire.mend();
        try (Socket near = connect();
                Socket far = server.accept()) {
            assertThat(sent(near, far)).isEqualTo('x');
        }
    }

    @Test
    void whenItThawsEverythingArrives() throws IOException {
        try (Socket near = connect();
                Socket far = server.accept()) {
            wire.freeze(true);
            near.getOutputStream().write('x');
            far.setSoTimeout(100);
            assertThatThrownBy(() -> far.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);

            wire.freeze(false);

            far.setSoTimeout(10_000);
            assertThat(far.getInputStream().read()).isEqualTo('x');
        }
    }

    @Test
    void whenItIsSlowEverythingTakesItsTime() throws IOException {
        try (Socket near = connect();
                Socket far = server.accept()) {
            wire.slow(Duration.ofMillis(100));
            long begin = System.nanoTime();

            assertThat(sent(near, far)).isEqualTo('x');

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(90));
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), wire.port());
    }

    private static int sent(Socket from, Socket to) throws IOException {
        from.getOutputStream().write('x');
        return to.getInputStream().read();
    }
}
