package org.asterism.dispatcher.internal;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.asterism.cluster.MemberId;
import org.asterism.servernode.Hosting;
import org.asterism.servernode.NodeState;
import org.asterism.servernode.NodeStatus;

/** Server nodes as their services describe them. */
public final class Nodes {

    public static final StickyKey KEY = StickyKey.of("the secret of all tests");

    private Nodes() {}

    /** What a browser has got from this node. */
    public static String cookie(String id) {
        return KEY.cookieOf(new MemberId(id)).value();
    }

    public static NodeStatus up(String id, int port, String... applications) {
        return node(id, NodeState.UP, port, 1, applications);
    }

    public static NodeStatus node(String id, NodeState state, int port, int weight, String... applications) {
        return new NodeStatus(
                new MemberId(id),
                state,
                "",
                Hosting.PROCESS,
                Optional.of(URI.create("http://127.0.0.1:" + port)),
                port,
                0,
                List.of(applications),
                weight);
    }
}
