package org.asterism.servernode.internal.osgi;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.asterism.cluster.MemberId;
import org.asterism.servernode.DrainException;
import org.asterism.servernode.DrainRequest;
import org.asterism.servernode.DrainResult;
import org.asterism.servernode.NodeDrainer;
import org.asterism.servernode.NodeLoad;
import org.asterism.servernode.NodeStatus;
import org.asterism.servernode.ServerNode;
import org.asterism.servernode.internal.Drain;
import org.asterism.servernode.internal.DrainStep;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drains nodes that are services here. */
@Component(service = NodeDrainer.class)
public final class NodeDrainerComponent implements NodeDrainer {

    private static final Logger LOG = LoggerFactory.getLogger(NodeDrainerComponent.class);
    private static final Duration SETTLE = Duration.ofMillis(2_500);
    private static final long LOOK_MILLIS = 250;

    private final KnownNodes nodes;
    private final Dispatchers dispatchers;

    @Activate
    public NodeDrainerComponent(BundleContext context) {
        nodes = new KnownNodes(context);
        dispatchers = new Dispatchers(context);
    }

    @Override
    public DrainResult drain(DrainRequest request, Consumer<NodeLoad> progress)
            throws DrainException, InterruptedException {
        MemberId id = request.node();
        NodeStatus status =
                nodes.status(id).orElseThrow(() -> new DrainException("there is no server node '" + id + "'"));
        Optional<String> refusal = Drain.refusal(status);
        if (refusal.isPresent()) {
            throw new DrainException(refusal.get());
        }
        NodeLoad before = ask(id, ServerNode::load);
        long movedBefore = dispatchers.moved(id);
        tell(id, ServerNode::drain);
        DrainResult watched = watch(request, new Drain(request, before, SETTLE, now()), progress);
        long moved = Math.max(0, dispatchers.moved(id) - movedBefore);
        DrainResult result =
                new DrainResult(watched.reached(), watched.before(), watched.left(), moved, watched.after());
        LOG.info("server node {} was drained: {}", id, result);
        if (request.stop()) {
            tell(id, ServerNode::stop);
        }
        return result;
    }

    private DrainResult watch(DrainRequest request, Drain drain, Consumer<NodeLoad> progress)
            throws DrainException, InterruptedException {
        Optional<NodeLoad> told = Optional.empty();
        while (true) {
            DrainStep step = drain.next(nodes.status(request.node()), ask(request.node(), ServerNode::load), now());
            if (step instanceof DrainStep.Done done) {
                return done.result();
            }
            if (step instanceof DrainStep.Failed failed) {
                throw new DrainException(failed.reason());
            }
            Optional<NodeLoad> left = Optional.of(((DrainStep.Wait) step).left());
            if (!left.equals(told)) {
                told = left;
                progress.accept(left.get());
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    private void tell(MemberId id, Consumer<ServerNode> request) throws DrainException {
        ask(id, node -> {
            request.accept(node);
            return id;
        });
    }

    private <R> R ask(MemberId id, Function<ServerNode, R> question) throws DrainException {
        try {
            return nodes.ask(id, question).orElseThrow(() -> new DrainException(id + " has gone"));
        } catch (ServiceException e) {
            LOG.debug("{} could not be asked", id, e);
            throw new DrainException("the instance of " + id + " did not answer: " + e.getMessage());
        }
    }

    private static Duration now() {
        return Duration.ofNanos(System.nanoTime());
    }
}
