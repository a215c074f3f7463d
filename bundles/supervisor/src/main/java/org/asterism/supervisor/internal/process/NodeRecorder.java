package org.asterism.supervisor.internal.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.asterism.supervisor.NodeRecord;
import org.asterism.supervisor.NodeSpec;
import org.asterism.supervisor.internal.Child;
import org.asterism.supervisor.internal.NodeSupervision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes {@code node.json} at every change. */
public final class NodeRecorder implements Consumer<NodeSupervision> {

    private static final Logger LOG = LoggerFactory.getLogger(NodeRecorder.class);

    private final Path file;

    /** For the node of this specification. */
    public NodeRecorder(Cluster cluster, NodeSpec spec) {
        this.file = cluster.layout().nodeRecord(spec.instance(), spec.number());
    }

    @Override
    public void accept(NodeSupervision node) {
        long startedAt = node.child().map(Child::startedAt).orElse(0L);
        try {
            new NodeRecord(node.status(), startedAt, node.incarnation()).write(file);
        } catch (IOException e) {
            LOG.warn("{} could not be written; the status of the node is not seen from outside", file, e);
        }
    }
}
