package org.asterism.hub.internal.osgi;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;

/** Whether the port of the page is ours. The HTTP server tells of a port in use in many lines, and the container goes on. */
final class HttpPort {

    private static final String SERVER = "org.osgi.service.http.runtime.HttpServiceRuntime";
    private static final String PORT = "asterism.hub.http.port";
    private static final Duration CONNECT = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private HttpPort() {}

    /** @throws IllegalArgumentException if somebody else listens there; the message says what to do */
    static void require(BundleContext context) {
        String port = context.getProperty(PORT);
        if (port == null) {
            return;
        }
        ServiceTracker<Object, Object> server = new ServiceTracker<>(context, SERVER, null);
        server.open();
        try {
            require(Integer.parseInt(port), patience -> isThere(server, patience));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalArgumentException("interrupted", e);
        } finally {
            server.close();
        }
    }

    static void require(int port, Server server) throws InterruptedException {
        // between the two the port is open for a moment, and our server not yet there
        if (!server.isThere(Duration.ZERO) && isOpen(port) && !server.isThere(PATIENCE)) {
            throw new IllegalArgumentException("cannot listen on port " + port
                    + " for its page: somebody else does; stop" + " that, or set another port (" + PORT + ")");
        }
    }

    private static boolean isThere(ServiceTracker<Object, Object> server, Duration patience)
            throws InterruptedException {
        return server.getService() != null
                || (!patience.isZero() && server.waitForService(patience.toMillis()) != null);
    }

    private static boolean isOpen(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) CONNECT.toMillis());
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    /** The HTTP server of this container. */
    @FunctionalInterface
    interface Server {
        /** Whether it listens, at the latest after this time. */
        boolean isThere(Duration patience) throws InterruptedException;
    }
}
