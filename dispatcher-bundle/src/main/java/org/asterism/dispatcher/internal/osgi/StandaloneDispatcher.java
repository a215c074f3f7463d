package org.asterism.dispatcher.internal.osgi;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asterism.cluster.MemberId;
import org.asterism.dispatcher.internal.StickyKey;
import org.asterism.dispatcher.internal.TargetPool;
import org.asterism.dispatcher.internal.netty.NettyDispatcher;
import org.asterism.servernode.Hosting;
import org.asterism.servernode.NodeState;
import org.asterism.servernode.NodeStatus;

/**
 * The dispatcher without OSGi, with the defaults of its component, in front of nodes that are there already: for benchmarks.
 * It runs as long as its process.
 */
public final class StandaloneDispatcher {

    private static final String INSTANCE = "a";

    private StandaloneDispatcher() {}

    /** @param ports where to listen, then where the nodes listen; all on the loopback interface */
    public static void main(String[] ports) {
        List<NodeStatus> nodes = new ArrayList<>();
        for (int i = 1; i < ports.length; i++) {
            nodes.add(node(i, Integer.parseInt(ports[i])));
        }
        Map<String, Object> values = Map.of("port", Integer.parseInt(ports[0]));
        new NettyDispatcher(
                        ConfiguredSettings.of(configured(values)),
                        TargetPool.empty(INSTANCE, StickyKey.random()).with(nodes))
                .start();
    }

    private static NodeStatus node(int number, int port) {
        return new NodeStatus(
                new MemberId(INSTANCE + "/" + number),
                NodeState.UP,
                "",
                Hosting.PROCESS,
                Optional.of(URI.create("http://127.0.0.1:" + port)),
                number,
                0,
                List.of("/"),
                1);
    }

    /** What Declarative Services would hand in for these values. */
    static DispatcherConfig configured(Map<String, Object> values) {
        return (DispatcherConfig) Proxy.newProxyInstance(
                DispatcherConfig.class.getClassLoader(),
                new Class<?>[] {DispatcherConfig.class},
                (proxy, method, arguments) -> values.getOrDefault(key(method), method.getDefaultValue()));
    }

    private static String key(Method attribute) {
        return attribute.getName().replace('_', '.');
    }
}
