package org.asterism.drill.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A wire to a port that can be cut, can freeze and can be slow. Thread-safe.
 *
 * <ol>
 *   <li>A connection that is being made when others are ended is ended too, or made afterwards; none slips through.
 *   <li>The port counts as shut only when nobody accepts any more.
 * </ol>
 */
public final class Wire implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);
    private static final Duration CONNECT = Duration.ofSeconds(1);

    private final SocketAddress target;
    private final Pace there = new Pace();
    private final Pace back = new Pace();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final Door door;
    private boolean shut;
    private boolean closed;

    /** From a free port of the loopback, of {@link org.asterism.container.FreePorts}, to somebody who need not listen yet. */
    public Wire(String targetHost, int targetPort) throws IOException {
        this.target = new InetSocketAddress(targetHost, targetPort);
        this.door = new Door(this::connect);
    }

    public int port() {
        return door.port();
    }

    /** Ends all connections; whoever connects from now on is connected. */
    public synchronized void drop() {
        sockets.forEach(Wire::close);
        sockets.clear();
    }

    /** Nobody can connect until it is mended; connections go on. */
    public void shut() throws InterruptedException {
        refuse();
        door.shut();
    }

    /** Ends all connections, also those that are being made; nobody can connect until it is mended. */
    public void cut() throws InterruptedException {
        refuse();
        drop();
        door.shut();
    }

    /** Whoever connects from now on is connected; but a wire that was closed stays so. */
    public synchronized void mend() throws IOException {
        if (!closed) {
            shut = false;
            door.open();
        }
    }

    /** Nothing goes on any more, or it does again. */
    public void freeze(boolean frozen) {
        there.freeze(frozen);
        back.freeze(frozen);
    }

    /** What comes from now on is held for so long before it goes on, both ways. */
    public void slow(Duration delay) {
        slow(delay, delay);
    }

    /**
     * What comes from now on is held for so long before it goes on.
     *
     * @param toTarget on the way there
     * @param fromTarget on the way back
     */
    public void slow(Duration toTarget, Duration fromTarget) {
        there.slow(toTarget);
        back.slow(fromTarget);
    }

    private synchronized void refuse() {
        shut = true;
    }

    private synchronized void end() {
        shut = true;
        closed = true;
    }

    /** Under the same lock as {@link #drop}, so that no connection slips through while it is being made. */
    private synchronized void connect(Socket inside) {
        if (shut) {
            close(inside);
            return;
        }
        Socket outside = new Socket();
        try {
            outside.connect(target, (int) CONNECT.toMillis());
            inside.setTcpNoDelay(true);
            outside.setTcpNoDelay(true);
            sockets.addAll(List.of(inside, outside));
            start(() -> copy(there, inside, outside));
            start(() -> copy(back, outside, inside));
        } catch (IOException e) {
            LOG.debug("Nobody listens at {}", target, e);
            close(inside);
            close(outside);
        }
    }

    private void copy(Pace pace, Socket from, Socket to) {
        pace.copy(from, to);
        close(from);
        close(to);
        sockets.removeAll(List.of(from, to));
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "wire");
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
        end();
        door.close();
        drop();
        freeze(false);
    }
}
