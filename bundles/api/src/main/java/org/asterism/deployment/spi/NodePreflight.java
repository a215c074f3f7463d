package org.asterism.deployment.spi;

import java.util.List;
import org.asterism.deployment.Deployment;
import org.asterism.deployment.NodePlan;

/** Tells what a state would do to a node, without doing it. A remote service of each node, with the property {@value #NODE}. */
public interface NodePreflight {

    /** Service property: the id of the node. */
    String NODE = "asterism.deployment.node";

    /**
     * Compares and resolves; files are downloaded and verified.
     *
     * @param wanted everything that is to be deployed to the cluster; the node takes what is for it
     */
    NodePlan plan(List<Deployment> wanted);
}
