package org.asterism.itests.harness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Looks for a port offset at which a cluster's fixed ports are free. */
final class Ports {

    private static final List<Integer> BASE_PORTS = List.of(8080, 8081, 8082, 8083, 8180, 9092);
    private static final int HUB_PORT = 61616;

    private Ports() {}

    static int freeOffset() {
        for (int attempt = 0; attempt < 100; attempt++) {
            int offset = ThreadLocalRandom.current().nextInt(100, 3_800);
            if (isFree(HUB_PORT + offset) && BASE_PORTS.stream().allMatch(port -> isFree(port + offset))) {
                return offset;
            }
        }
        throw new AssertionError("no port offset with free ports found");
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
