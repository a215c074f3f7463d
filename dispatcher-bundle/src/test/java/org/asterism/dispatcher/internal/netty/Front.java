package org.asterism.dispatcher.internal.netty;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.asterism.dispatcher.DispatcherCounts;
import org.asterism.dispatcher.DispatcherReport;
import org.asterism.dispatcher.internal.MaintenanceBoard;
import org.asterism.dispatcher.internal.Nodes;
import org.asterism.dispatcher.internal.TargetPool;
import org.asterism.dispatcher.internal.TestSettings;
import org.asterism.servernode.NodeStatus;

/** A dispatcher of instance {@code a} that runs. */
final class Front implements AutoCloseable {

    private final NettyDispatcher dispatcher;
    private final InetSocketAddress address;
    private TargetPool pool = TargetPool.empty("a", Nodes.KEY);

    private Front(TestSettings settings) throws Exception {
        dispatcher = new NettyDispatcher(settings.build(), pool);
        dispatcher.start();
        address = dispatcher.listening().get(10, TimeUnit.SECONDS);
    }

    static Front of(TestSettings settings, NodeStatus... nodes) throws Exception {
        Front front = new Front(settings);
        front.update(nodes);
        return front;
    }

    static Front of(NodeStatus... nodes) throws Exception {
        return of(new TestSettings(), nodes);
    }

    void update(NodeStatus... nodes) {
        pool = pool.with(List.of(nodes));
        dispatcher.update(pool);
    }

    void update(MaintenanceBoard board) {
        dispatcher.update(board);
    }

    TargetPool pool() {
        return pool;
    }

    int port() {
        return address.getPort();
    }

    int tlsPort() throws Exception {
        return dispatcher.listeningWithTls().get(20, TimeUnit.SECONDS).getPort();
    }

    DispatcherCounts metrics() {
        return dispatcher.metrics().snapshot();
    }

    DispatcherReport report() {
        return dispatcher.report();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(30));
    }

    RawClient connect() throws IOException {
        return new RawClient(port());
    }

    /** One request on a connection of its own. */
    RawClient.Answer exchange(String request) throws IOException {
        try (RawClient client = connect()) {
            return client.send(request).answer();
        }
    }

    @Override
    public void close() {
        dispatcher.close();
    }
}
