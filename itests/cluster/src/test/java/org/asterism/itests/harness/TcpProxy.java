package org.asterism.itests.harness;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A wire to a port of this machine that can be slow, can be cut, and can be dead. */
public final class TcpProxy implements AutoCloseable {

    private static final int BUFFER = 64 << 10;

    private final int port = Ports.free();
    private final int target;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile ServerSocket server;
    private volatile Duration there = Duration.ZERO;
    private volatile Duration back = Duration.ZERO;

    public TcpProxy(int target) {
        this.target = target;
        listen();
    }

    public int port() {
        return port;
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
    public synchronized void cut() {
        sockets.forEach(TcpProxy::close);
        sockets.clear();
    }

    /** From now on nobody can connect, as if there were no process. */
    public void deafen() {
        close(server);
    }

    /** From now on everybody can connect; also while nobody listens behind, who ends them at once. */
    public void listen() {
        if (server != null && !server.isClosed()) {
            return;
        }
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            server = socket;
            start(() -> accept(socket));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket from) {
        try {
            while (!from.isClosed()) {
                connect(from, from.accept());
            }
        } catch (IOException e) {
            close(from); // deaf
        }
    }

    /** Under the same lock as {@link #cut}, so that no connection slips through while it is being made. */
    private synchronized void connect(ServerSocket from, Socket inside) {
        if (from.isClosed()) {
            close(inside); // deaf since it was accepted
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

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        deafen();
        cut();
    }
}
