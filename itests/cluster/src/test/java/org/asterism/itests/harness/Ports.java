package org.asterism.itests.harness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** Looks for a port offset at which a cluster's fixed ports are free. */
final class Ports {

    private static final List<Integer> BASE_PORTS = List.of(8080, 8081, 8082, 8083, 8180, 8181, 9092);
    private static final List<Integer> HUB_PORTS = List.of(61616, 61617);

    private Ports() {}

    static int freeOffset() {
        for (int attempt = 0; attempt < 100; attempt++) {
            int offset = ThreadLocalRandom.current().nextInt(100, 3_800);
            if (Stream.concat(BASE_PORTS.stream(), HUB_PORTS.stream()).allMatch(port -> isFree(port + offset))) {
                return offset;
            }
        }
        throw new AssertionError("no port offset with free ports found");
    }

    /**
     * Not one that the system gives to connections: such a connection to a port where nobody listens may reach itself. Nor one that
     * a {@link org.asterism.drill.wire.Wire} may have, which is free as long as the wire is shut.
     */
    static int free() {
        for (int attempt = 0; attempt < 100; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(30_000, 32_000);
            if (isFree(port)) {
                return port;
            }
        }
        throw new AssertionError("no free port found");
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
