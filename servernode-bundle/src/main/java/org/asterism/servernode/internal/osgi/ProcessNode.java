package org.asterism.servernode.internal.osgi;

import java.util.Optional;
import org.asterism.servernode.NodeLoad;
import org.asterism.servernode.NodeStatus;
import org.asterism.servernode.ServerNode;
import org.asterism.servernode.internal.NodeSettings;
import org.asterism.supervisor.NodeSpec;
import org.asterism.supervisor.NodeSupervisor;
import org.asterism.supervisor.SupervisedNode;
import org.osgi.framework.BundleContext;

/**
 * A server node in a process of its own, looked after by the supervisor. It names the service interface itself, as Aries RSA
 * exports no interface that the class of a service only inherits from another interface.
 */
final class ProcessNode implements ServerNode, AutoCloseable {

    private final SupervisedNode node;
    private final PublishedDiagnostics diagnostics;
    private volatile Optional<PublishedNode> published = Optional.empty();

    /** @param supervisor a {@link NodeSupervisor}; containers that are engines do not know that class */
    ProcessNode(BundleContext context, NodeSettings settings, Object supervisor) {
        NodeSpec spec = new NodeSpec(settings.id(), settings.weight(), settings.jvmOptions());
        node = ((NodeSupervisor) supervisor).supervise(spec, status -> refresh());
        published = Optional.of(new PublishedNode(context, this));
        diagnostics = new PublishedDiagnostics(context, settings.id(), node);
        refresh();
    }

    /** Also once after publishing, for what changed before. */
    private void refresh() {
        published.ifPresent(PublishedNode::refresh);
    }

    @Override
    public NodeStatus status() {
        return node.status();
    }

    @Override
    public void start() {
        node.start();
    }

    @Override
    public void stop() {
        node.stop();
    }

    @Override
    public void restart() {
        node.restart();
    }

    @Override
    public void drain() {
        node.drain();
    }

    @Override
    public void isolate() {
        node.isolate();
    }

    @Override
    public void debug() {
        node.debug();
    }

    @Override
    public void resume() {
        node.resume();
    }

    @Override
    public void withdraw() {
        node.withdraw();
    }

    @Override
    public void readmit() {
        node.readmit();
    }

    @Override
    public NodeLoad load() {
        return node.load();
    }

    @Override
    public void setWeight(int weight) {
        node.setWeight(weight);
    }

    @Override
    public void close() {
        diagnostics.close();
        published.ifPresent(PublishedNode::close);
        node.close();
    }
}
