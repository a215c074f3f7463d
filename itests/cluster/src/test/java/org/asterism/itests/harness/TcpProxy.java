package org.asterism.itests.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A wire to a port of this machine that can be slow, can be cut, and can be dead. */
public final class TcpProxy implements AutoCloseable {

    private static final int BUFFER = 64 << 10;

    private final ServerSocket server;
    private final int target;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile boolean refusing;
    private volatile Duration there = Duration.ZERO;
    private volatile Duration back = Duration.ZERO;

    public TcpProxy(int target) {
        this.target = target;
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /**
     * What comes from now on is held for so long before it goes on.
     *
     * @param toTarget on the way there
     * @param fromTarget on the way back
     */
    public void delay(Duration toTarget, Duration fromTarget) {
        there = toTarget;
        back = fromTarget;
    }

    /** Ends all connections. */
    public void cut() {
        sockets.forEach(TcpProxy::close);
        sockets.clear();
    }

    /** Whether new connections are ended at once. */
    public void refuse(boolean refuse) {
        refusing = refuse;
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                connect(server.accept());
            }
        } catch (IOException e) {
            cut(); // closed
        }
    }

    private void connect(Socket inside) {
        if (refusing) {
            close(inside);
            return;
        }
        try {
            Socket outside = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.addAll(List.of(inside, outside));
            start(() -> copy(inside, outside, true));
            start(() -> copy(outside, inside, false));
        } catch (IOException e) {
            close(inside); // nobody listens behind
        }
    }

    private void copy(Socket from, Socket to, boolean forth) {
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                TimeUnit.NANOSECONDS.sleep((forth ? there : back).toNanos()); // the wire is slow
                out.write(buffer, 0, n);
            }
        } catch (IOException e) {
            close(to); // cut
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close(to);
        sockets.removeAll(List.of(from, to));
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "tcp-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }
}
