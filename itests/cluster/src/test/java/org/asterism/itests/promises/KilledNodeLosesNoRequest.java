package org.asterism.itests.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.asterism.itests.harness.Customers;
import org.asterism.itests.harness.SharedStar;
import org.asterism.itests.harness.Signals;
import org.asterism.itests.harness.Star;
import org.asterism.itests.harness.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Customers read through both dispatchers while a server node of each instance is killed, one after the other. None of them is
 * told anything but the answer: neither when a node dies, nor by one that is there again and has not all of the application
 * yet.
 */
@ExtendWith(SharedStar.class)
class KilledNodeLosesNoRequest {

    private static final Logger LOG = LoggerFactory.getLogger(KilledNodeLosesNoRequest.class);
    private static final int MOMENT = 50;
    /** One of each instance, so that each dispatcher loses one of its own and one of the other's. */
    private static final List<String> NODES = List.of("a/1", "b/1");

    @Test
    void whileOneOfEachInstanceDies(Star star) {
        Status before = star.status();
        try (Customers customers = Customers.whoOnlyRead(star, "killed-nodes")) {
            customers.load().awaitMore(MOMENT);
            for (String node : NODES) {
                Signals.kill(star.process(node));
                star.awaitStatus(node + " is back", status -> isBack(status, node, before));
                customers.load().awaitMore(MOMENT);
            }
            assertThat(customers.load().stop().failures()).isEmpty();
            LOG.info("{} killed: {} requests, 0 failed", NODES, customers.load().calls());
        }
    }

    /** As another process, like all others with the application and known to the cluster. */
    private static boolean isBack(Status status, String node, Status before) {
        return !status.nodePids()
                        .getOrDefault(node, 0L)
                        .equals(before.nodePids().get(node))
                && status.membersUp().equals(before.membersUp())
                && !before.incarnations().get(node).equals(status.incarnations().get(node))
                && status.serves("/shop");
    }
}
