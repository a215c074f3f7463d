package org.asterism.itests.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.asterism.itests.harness.Load;
import org.asterism.itests.harness.Load.Call;
import org.asterism.itests.harness.SharedStar;
import org.asterism.itests.harness.Shop;
import org.asterism.itests.harness.Star;
import org.asterism.itests.harness.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Reading goes on as if nothing had happened; reserving, which needs a lock, waits for the hub and then goes on. */
@ExtendWith(SharedStar.class)
class RestartOfTheHubIsNoticedByNobody {

    @Test
    void noRequestFailsAndNoProcessRestarts(Star star) throws Exception {
        Status before = star.status();
        new Shop(star.dispatcher(0)).create("steady", 1_000_000);

        try (Load load = Load.of(clients(star))) {
            load.awaitMore(200);
            star.kill("hub");
            load.awaitMore(200);
            star.start("hub");
            star.awaitStatus(
                    "the lists are whole again", status -> status.services().equals(before.services()));
            load.awaitMore(200);

            assertThat(load.stop().failures()).isEmpty();
        }

        Status after = star.status();
        assertThat(after.epoch()).isGreaterThan(before.epoch());
        assertThat(after.incarnations()).isEqualTo(before.incarnations());
        assertThat(after.nodePids()).isEqualTo(before.nodePids());
    }

    private static List<Call> clients(Star star) {
        List<Call> clients = new ArrayList<>();
        for (URI dispatcher : star.dispatchers()) {
            clients.add(reading(dispatcher, "/shop/api/whoami"));
            clients.add(reading(dispatcher, "/shop/api/products/steady"));
            Shop shop = new Shop(dispatcher);
            clients.add(() -> assertThat(shop.reserve("steady", 1).statusCode()).isEqualTo(200));
        }
        return clients;
    }

    private static Call reading(URI dispatcher, String path) {
        Shop shop = new Shop(dispatcher);
        return () -> assertThat(shop.get(path).statusCode()).isEqualTo(200);
    }
}
