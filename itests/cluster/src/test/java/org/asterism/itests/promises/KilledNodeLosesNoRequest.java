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

/** Customers read through both dispatchers while one server node after the other is killed. */
@ExtendWith(SharedStar.class)
class KilledNodeLosesNoRequest {

    private static final Logger LOG = LoggerFactory.getLogger(KilledNodeLosesNoRequest.class);
    private static final int MOMENT = 50;

    @Test
    void whileOneAfterTheOtherDies(Star star) {
        List<String> nodes = List.copyOf(star.status().nodePids().keySet());
        try (Customers customers = Customers.whoOnlyRead(star, "killed-nodes")) {
            customers.load().awaitMore(MOMENT);
            for (String node : nodes) {
                long pid = star.process(node).pid();
                Signals.kill(star.process(node));
                star.awaitStatus(node + " is back", status -> isAnother(status, node, pid) && status.serves("/shop"));
                customers.load().awaitMore(MOMENT);
            }
            assertThat(customers.load().stop().failures()).isEmpty();
            LOG.info(
                    "{} server nodes killed: {} requests, 0 failed",
                    nodes.size(),
                    customers.load().calls());
        }
    }

    private static boolean isAnother(Status status, String node, long pid) {
        long now = status.nodePids().getOrDefault(node, 0L);
        return now != 0 && now != pid;
    }
}
