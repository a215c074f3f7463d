package org.asterism.supervisor.internal.process;

import java.util.Map;
import java.util.Optional;
import org.asterism.container.ContainerStartException;
import org.asterism.container.FreePorts;

/**
 * The ports of one node: chosen once, kept over its processes, and given up only if someone else has taken them.
 *
 * @param http where its engine listens; 0 before it is chosen
 * @param ssh where its shell listens; 0 before it is chosen
 * @param monitor where its numbers and health are; 0 before it is chosen
 * @param debug where a debugger can attach, if it can
 */
record NodePorts(int http, int ssh, int monitor, Optional<Integer> debug) {

    static final NodePorts NONE = new NodePorts(0, 0, 0, Optional.empty());

    static NodePorts of(Map<String, Integer> recorded) {
        return new NodePorts(
                recorded.getOrDefault("http", 0),
                recorded.getOrDefault("ssh", 0),
                recorded.getOrDefault("monitor", 0),
                Optional.ofNullable(recorded.get("debug")));
    }

    /**
     * The same ports where they are free, others where not.
     *
     * @param debugging whether there is one for a debugger
     */
    NodePorts free(boolean debugging) throws ContainerStartException {
        Optional<Integer> debugger = debugging ? Optional.of(FreePorts.next()) : Optional.empty();
        return new NodePorts(freeOrOther(http), freeOrOther(ssh), freeOrOther(monitor), debugger);
    }

    private static int freeOrOther(int port) throws ContainerStartException {
        return port > 0 && FreePorts.isFree(port) ? port : FreePorts.next();
    }
}
