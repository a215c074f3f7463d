package org.asterism.drill.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WireTest {

    /** Of every wait for the other end, in milliseconds; blocked sockets do not heed the test's own time-out. */
    private static final int BOUND = 10_000;

    /** Whom the other end need not answer. */
    private static final int CALLERS = 200;

    private ServerSocket server;
    private Wire wire;

    @BeforeEach
    void lay() throws IOException {
        server = new ServerSocket(0, CALLERS + 10, InetAddress.getLoopbackAddress());
        server.setSoTimeout(BOUND);
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
    void whenItIsCutTheConnectionEndsAndThereIsNoOtherUntilItIsMended() throws Exception {
        try (Socket near = connect();
                Socket far = server.accept()) {
            far.setSoTimeout(BOUND);
            wire.cut();

            assertThat(near.getInputStream().read()).isNegative();
            assertThat(far.getInputStream().read()).isNegative();
            assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
        }
        wire.mend();
        try (Socket near = connect();
                Socket far = server.accept()) {
            assertThat(sent(near, far)).isEqualTo('x');
        }
    }

    @Test
    void aConnectionThatIsBeingMadeIsCutToo() throws Exception {
        for (int i = 0; i < CALLERS; i++) {
            try (Socket near = connect()) { // in the backlog, accepted, being connected, or carried
                wire.cut();
                assertThat(ended(near)).isTrue();
            }
            wire.mend();
        }
    }

    @Test
    void whenItDropsConnectionsOthersCanBeMade() throws Exception {
        try (Socket near = connect();
                Socket far = server.accept()) {
            assertThat(sent(near, far)).isEqualTo('x');
            wire.drop();

            assertThat(ended(near)).isTrue();
        }
        try (Socket near = connect();
                Socket far = server.accept()) {
            assertThat(sent(near, far)).isEqualTo('x');
        }
    }

    @Test
    void onceItIsClosedItCannotBeMended() throws Exception {
        wire.close();
        wire.mend();

        assertThatThrownBy(this::connect).isInstanceOf(IOException.class);
    }

    @Test
    void whenItIsShutConnectionsGoOnAndThereIsNoOther() throws Exception {
        try (Socket near = connect();
                Socket far = server.accept()) {
            wire.shut();

            assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
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

            far.setSoTimeout(BOUND);
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

    @Test
    void itCanBeSlowInOneDirectionAlone() throws IOException {
        try (Socket near = connect();
                Socket far = server.accept()) {
            wire.slow(Duration.ZERO, Duration.ofMinutes(1));

            assertThat(sent(near, far)).isEqualTo('x');
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), wire.port());
        socket.setSoTimeout(BOUND);
        return socket;
    }

    private static int sent(Socket from, Socket to) throws IOException {
        from.getOutputStream().write('x');
        to.setSoTimeout(BOUND);
        return to.getInputStream().read();
    }

    private static boolean ended(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true; // reset
        }
    }
}
