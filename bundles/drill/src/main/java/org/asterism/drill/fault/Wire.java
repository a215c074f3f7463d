package org.asterism.drill.fault;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A wire to a hub that can be cut, can freeze and can be slow. */
final class Wire implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);
    private static final int ATTEMPTS = 100;
    private static final int LOWEST_PORT = 20_000;
    private static final int HIGHEST_PORT = 30_000;

    private final String targetHost;
    private final int targetPort;
    private final Pace pace = new Pace();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private ServerSocket server;

    Wire(String targetHost, int targetPort) throws IOException {
        this.targetHost = targetHost;
        this.targetPort = targetPort;
        this.server = bindAnywhere();
        start(server);
    }

    synchronized int port() {
        return server.getLocalPort();
    }

    /** Ends all connections; nobody can connect until it is mended. */
    synchronized void cut() {
        close(server);
        sockets.forEach(Wire::close);
        sockets.clear();
    }

    /** Whoever connects from now on is connected. */
    synchronized void mend() throws IOException {
        if (server.isClosed()) {
            server = bind(server.getLocalPort());
            start(server);
        }
    }

    /** Nothing goes on any more, or it does again. */
    void freeze(boolean frozen) {
        pace.freeze(frozen);
    }

    /** What comes from now on is held for so long before it goes on, both ways. */
    void slow(Duration delay) {
        pace.slow(delay);
    }

    private void start(ServerSocket from) {
        start(() -> {
            try {
                while (!from.isClosed()) {
                    connect(from.accept());
                }
            } catch (IOException e) {
                close(from); // cut
            }
        });
    }

    private void connect(Socket inside) {
        try {
            Socket outside = new Socket();
            SocketAddress target = new InetSocketAddress(targetHost, targetPort);
            outside.connect(target, (int) Duration.ofSeconds(1).toMillis());
            inside.setTcpNoDelay(true);
            outside.setTcpNoDelay(true);
            sockets.addAll(List.of(inside, outside));
            start(() -> copy(inside, outside));
            start(() -> copy(outside, inside));
        } catch (IOException e) {
            close(inside); // nobody listens behind
        }
    }

    private void copy(Socket from, Socket to) {
        pace.copy(from, to);
        close(from);
        close(to);
        sockets.removeAll(List.of(from, to));
    }

    /** Not a port that the system gives to connections: such a connection to where nobody listens may reach itself. */
    private static ServerSocket bindAnywhere() throws IOException {
        IOException last = null;
        for (int i = 0; i < ATTEMPTS; i++) {
            try {
                return bind(ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT));
            } catch (IOException taken) {
                last = taken;
            }
        }
        throw last;
    }

    private static ServerSocket bind(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "drill-wire");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("A socket could not be closed", e);
        }
    }

    @Override
    public void close() {
        cut();
        freeze(false);
    }
}
