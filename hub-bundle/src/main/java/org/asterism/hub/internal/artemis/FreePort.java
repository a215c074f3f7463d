package org.asterism.hub.internal.artemis;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Whether the hub could listen. Artemis would say it in many lines, none of which tells what to do. */
public final class FreePort {

    private FreePort() {}

    /** @throws HubStartException if it could not */
    public static void require(String host, int port) throws HubStartException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw new HubStartException(
                    "cannot listen on " + host + ":" + port + " (" + e.getMessage()
                            + "): stop whoever uses the port, or set host and port in etc/org.asterism.hub.cfg",
                    e);
        }
    }
}
