package org.asterism.hub.internal.artemis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A wire that can be cut, or frozen like the host behind it. */
final class TcpProxy implements AutoCloseable {

    private final ServerSocket server;
    private final int target;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile boolean frozen;
    private boolean blocked;

    TcpProxy(int target) throws IOException {
        this.target = target;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Bytes are read but go nowhere from now on. */
    void freeze() {
        frozen = true;
    }

    /** What is frozen stays lost; new connections work. */
    void thaw() {
        cut();
        frozen = false;
    }

    /** Nobody gets through until {@link #unblock}, as if there were no hub. */
    synchronized void block() {
        blocked = true;
        cut();
    }

    synchronized void unblock() {
        blocked = false;
    }

    synchronized void cut() {
        sockets.forEach(TcpProxy::close);
        sockets.clear();
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

    /** Under the same lock as {@link #cut}, so that no connection slips through while it is being made. */
    private synchronized void connect(Socket inside) {
        if (blocked || server.isClosed()) {
            close(inside);
            return;
        }
        try {
            Socket outside = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.addAll(List.of(inside, outside));
            start(() -> copy(inside, outside));
            start(() -> copy(outside, inside));
        } catch (IOException e) {
            close(inside); // nobody listens behind
        }
    }

    private void copy(Socket from, Socket to) {
        byte[] buffer = new byte[8192];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (!frozen) {
                    out.write(buffer, 0, n);
                }
            }
        } catch (IOException e) {
            close(to); // cut
        }
        close(to);
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
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        cut();
    }
}
