package org.asterism.drill.fault;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A wire to a hub that can be cut, can freeze and can be slow. */
final class Wire implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);
    private static final Duration CONNECT = Duration.ofSeconds(1);

    private final SocketAddress target;
    private final Pace pace = new Pace();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final Door door;
    private boolean cut;

    Wire(String targetHost, int targetPort) throws IOException {
        this.target = new InetSocketAddress(targetHost, targetPort);
        this.door = new Door(this::connect);
    }

    int port() {
        return door.port();
    }

    /** Ends all connections, also those that are being made; nobody can connect until it is mended. */
    void cut() throws InterruptedException {
        endAll();
        door.shut();
    }

    /** Whoever connects from now on is connected. */
    void mend() throws IOException {
        uncut();
        door.open();
    }

    /** Nothing goes on any more, or it does again. */
    void freeze(boolean frozen) {
        pace.freeze(frozen);
    }

    /** What comes from now on is held for so long before it goes on, both ways. */
    void slow(Duration delay) {
        pace.slow(delay);
    }

    private synchronized void endAll() {
        cut = true;
        sockets.forEach(Wire::close);
        sockets.clear();
    }

    private synchronized void uncut() {
        cut = false;
    }

    /** Under the same lock as {@link #endAll}, so that no connection slips through while it is being made. */
    private synchronized void connect(Socket inside) {
        if (cut) {
            close(inside);
            return;
        }
        Socket outside = new Socket();
        try {
            outside.connect(target, (int) CONNECT.toMillis());
            inside.setTcpNoDelay(true);
            outside.setTcpNoDelay(true);
            sockets.addAll(List.of(inside, outside));
            start(() -> copy(inside, outside));
            start(() -> copy(outside, inside));
        } catch (IOException e) {
            LOG.debug("Nobody listens at {}", target, e);
            close(inside);
            close(outside);
        }
    }

    private void copy(Socket from, Socket to) {
        pace.copy(from, to);
        close(from);
        close(to);
        sockets.removeAll(List.of(from, to));
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "drill-wire");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("A socket could not be closed", e);
        }
    }

    @Override
    public void close() {
        door.close();
        endAll();
        freeze(false);
    }
}
