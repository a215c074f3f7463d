package org.asterism.itests.promises;

import static org.assertj.core.api.Assertions.assertThat;

import org.asterism.itests.harness.Customers;
import org.asterism.itests.harness.Load;
import org.asterism.itests.harness.SharedStar;
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
        try (Customers customers = Customers.of(star, "steady")) {
            Load load = customers.load();
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
}
