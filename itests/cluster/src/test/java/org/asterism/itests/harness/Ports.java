package org.asterism.itests.harness;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.asterism.container.ContainerStartException;
import org.asterism.container.FreePorts;

/** Looks for a port offset at which a cluster's fixed ports are free. */
final class Ports {

    private static final List<Integer> BASE_PORTS = List.of(8080, 8081, 8082, 8083, 8180, 8181, 9092);
    private static final List<Integer> HUB_PORTS = List.of(61616, 61617);

    private Ports() {}

    static int freeOffset() {
        for (int attempt = 0; attempt < 100; attempt++) {
            int offset = ThreadLocalRandom.current().nextInt(100, 3_800);
            if (Stream.concat(BASE_PORTS.stream(), HUB_PORTS.stream())
                    .allMatch(port -> FreePorts.isFree(port + offset))) {
                return offset;
            }
        }
        throw new AssertionError("no port offset with free ports found");
    }

    /** One that this JVM has not given to anybody yet: who gets it need not listen at once, and a wire may be shut. */
    static int free() {
        try {
            return FreePorts.next();
        } catch (ContainerStartException none) {
            throw new AssertionError(none);
        }
    }
}
