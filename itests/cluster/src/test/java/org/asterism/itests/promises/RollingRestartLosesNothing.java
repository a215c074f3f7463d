package org.asterism.itests.promises;

import static org.assertj.core.api.Assertions.assertThat;

import org.asterism.itests.harness.Customers;
import org.asterism.itests.harness.Ledger;
import org.asterism.itests.harness.SharedStar;
import org.asterism.itests.harness.Star;
import org.asterism.itests.harness.Status;
import org.asterism.itests.harness.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * All server nodes are restarted one after the other while customers read and reserve through both dispatchers: each of them is answered, each
 * reservation is made once, and the session of a visitor goes on.
 */
@ExtendWith(SharedStar.class)
class RollingRestartLosesNothing {

    private static final String SKU = "rolling";
    private static final int MOMENT = 50;

    @Test
    void whileCustomersReadAndReserve(Star star) throws Exception {
        Status before = star.status();
        Visit visit = new Visit();
        assertThat(visit.whoAmI(star.dispatcher(0)).get("visits").asInt()).isEqualTo(1);
        long confirmed;
        try (Customers customers = Customers.of(star, SKU)) {
            customers.load().awaitMore(MOMENT);

            String said = star.shellForLong("a", "asterism:rolling-restart");

            customers.load().awaitMore(MOMENT);
            assertThat(customers.load().stop().failures()).isEmpty();
            confirmed = customers.reserved();
            assertThat(said).contains("a/1 is restarted", "b/2 is up again after ", "4 server nodes were restarted");
        }

        Status after = star.awaitStatus(
                "everyone is there", status -> status.membersUp().equals(before.membersUp()) && status.serves("/shop"));
        before.nodePids()
                .forEach((node, pid) -> assertThat(after.nodePids().get(node)).isNotEqualTo(pid));
        assertThat(new Ledger(star).reserved(SKU)).isEqualTo((int) confirmed);
        assertThat(visit.whoAmI(star.dispatcher(1)).get("visits").asInt()).isEqualTo(2);
    }
}
