package org.asterism.itests.promises;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.asterism.itests.harness.SharedStar;
import org.asterism.itests.harness.Shop;
import org.asterism.itests.harness.Star;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStar.class)
class InstancesTalkThroughTheHub {

    @Test
    void aChangeOnOneNodeReachesTheCachesOfAllOthers(Star star) throws Exception {
        List<URI> nodes = star.nodeUrls();
        new Shop(nodes.get(0)).create("talk", 1);

        for (int stock = 2; stock <= 5; stock++) {
            int expected = stock;
            new Shop(nodes.get(stock % nodes.size())).create("talk", expected);
            for (URI node : nodes) {
                await(node + " shows stock " + expected)
                        .atMost(Duration.ofSeconds(10))
                        .until(() -> new Shop(node).stock("talk") == expected);
            }
        }
    }
}
