package org.asterism.itests.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.asterism.itests.harness.Load;
import org.asterism.itests.harness.SharedStar;
import org.asterism.itests.harness.Shop;
import org.asterism.itests.harness.Signals;
import org.asterism.itests.harness.Star;
import org.asterism.itests.harness.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The container of an instance is killed; its server nodes serve on for the other dispatcher, and are taken over by the next one. */
@ExtendWith(SharedStar.class)
class AdoptedAfterInstanceKill {

    @Test
    void theServerNodesRunOn(Star star) throws Exception {
        Status before = star.status();
        try (Load load = Load.of(List.of(reading(star.dispatcher(1))))) {
            load.awaitMore(50);
            Signals.kill(star.process("a"));
            load.awaitMore(50);
            star.start("instance", "a");
            star.awaitStatus(
                    "instance a has its server nodes again",
                    status -> status.membersUp().equals(before.membersUp()) && status.serves("/shop"));
            assertThat(load.stop().failures()).isEmpty();
        }
        Status after = star.status();
        assertThat(after.instancePids().get("a"))
                .isNotEqualTo(before.instancePids().get("a"));
        assertThat(after.nodePids()).isEqualTo(before.nodePids());
        assertThat(after.incarnations().tailMap("a/1"))
                .isEqualTo(before.incarnations().tailMap("a/1"));
        assertThat(new Shop(star.dispatcher(0)).get("/shop/api/whoami").statusCode())
                .isEqualTo(200);
    }

    private static Load.Call reading(URI dispatcher) {
        Shop shop = new Shop(dispatcher);
        return () -> assertThat(shop.get("/shop/api/whoami").statusCode()).isEqualTo(200);
    }
}
