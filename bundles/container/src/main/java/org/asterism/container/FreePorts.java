package org.asterism.container;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/**
 * Finds ports on the loopback interface that nobody listens on. They come from below the range that the system takes for
 * outgoing connections, so that none of those gets in between, and none is given twice by the same JVM.
 */
public final class FreePorts {

    private static final int FIRST = 20_000;
    private static final int COUNT = 12_000;

    private static final Random RANDOM = new Random();
    private static final Set<Integer> GIVEN = new HashSet<>();

    private FreePorts() {}

    /**
     * A free port.
     *
     * @throws ContainerStartException if there is none
     */
    public static synchronized int next() throws ContainerStartException {
        int start = RANDOM.nextInt(COUNT);
        for (int i = 0; i < COUNT; i++) {
            int port = FIRST + (start + i) % COUNT;
            if (!GIVEN.contains(port) && isFree(port)) {
                GIVEN.add(port);
                return port;
            }
        }
        GIVEN.clear();
        throw new ContainerStartException("no port between " + FIRST + " and " + (FIRST + COUNT - 1) + " is free");
    }

    /** Whether a server could listen on this port of the loopback interface. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException inUse) {
            return false;
        }
    }
}
