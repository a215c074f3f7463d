package org.asterism.drill.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.function.Consumer;
import org.asterism.container.ContainerStartException;
import org.asterism.container.FreePorts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A port on the loopback that can be shut and opened again. Its visitors are handed on one after the other. */
final class Door implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    private static final Duration RELEASE = Duration.ofSeconds(5);

    private final Consumer<Socket> visitors;
    private final int port;
    private ServerSocket server;
    private Thread acceptor;

    Door(Consumer<Socket> visitors) throws IOException {
        this.visitors = visitors;
        this.server = bindAnywhere();
        this.port = server.getLocalPort();
        this.acceptor = accepting(server);
    }

    int port() {
        return port;
    }

    /** From now on whoever connects is refused; somebody who came before may still be handed on meanwhile. */
    void shut() throws InterruptedException {
        close();
        // while somebody accepts, the system lets visitors in and the port is taken
        acceptor().join(RELEASE.toMillis());
    }

    synchronized void open() throws IOException {
        if (server.isClosed()) {
            server = bind(port);
            acceptor = accepting(server);
        }
    }

    /** Does not wait until the port is free. */
    @Override
    public synchronized void close() {
        try {
            server.close();
        } catch (IOException e) {
            LOG.debug("Port {} could not be closed", port, e);
        }
    }

    private synchronized Thread acceptor() {
        return acceptor;
    }

    private Thread accepting(ServerSocket from) {
        Thread thread = new Thread(() -> accept(from), "wire-door");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void accept(ServerSocket from) {
        try {
            while (!from.isClosed()) {
                visitors.accept(from.accept());
            }
        } catch (IOException e) {
            LOG.debug("Port {} is shut", port, e);
        }
    }

    private static ServerSocket bindAnywhere() throws IOException {
        try {
            return bind(FreePorts.next());
        } catch (ContainerStartException none) {
            throw new IOException(none.getMessage(), none);
        }
    }

    private static ServerSocket bind(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }
}
