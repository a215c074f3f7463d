package org.asterism.itests.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.asterism.itests.harness.Ledger;
import org.asterism.itests.harness.Load;
import org.asterism.itests.harness.Load.Call;
import org.asterism.itests.harness.SharedStar;
import org.asterism.itests.harness.Shop;
import org.asterism.itests.harness.Star;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Eight clients reserve through both dispatchers while the hub and a server node are killed. */
@ExtendWith(SharedStar.class)
class NothingIsSoldTwice {

    private static final int STOCK = 1_000_000;

    @Test
    void whateverDiesSoldIsReserved(Star star) throws Exception {
        new Shop(star.dispatcher(0)).create("drill", STOCK);
        AtomicInteger confirmed = new AtomicInteger();

        try (Load load = Load.of(clients(star, confirmed))) {
            load.awaitMore(100);
            star.kill("hub");
            star.start("hub");
            load.awaitMore(100);
            star.kill("a/1");
            star.awaitStatus("a/1 is back", status -> status.serves("/shop"));
            load.awaitMore(100);
        }

        Ledger ledger = new Ledger(star);
        int reserved = ledger.reserved("drill");
        assertThat(STOCK - ledger.stock("drill")).as("sold").isEqualTo(reserved);
        // a reservation may be made although its answer was lost with the node, but none that was confirmed may be
        // missing
        assertThat(reserved).isGreaterThanOrEqualTo(confirmed.get());
        assertThat(ledger.everyReservationHasItsOwnToken("drill")).isTrue();
    }

    private static List<Call> clients(Star star, AtomicInteger confirmed) {
        return IntStream.range(0, 8)
                .mapToObj(client -> new Shop(star.dispatcher(client % 2)))
                .<Call>map(shop -> () -> {
                    if (shop.reserve("drill", 1).statusCode() == 200) {
                        confirmed.incrementAndGet();
                    }
                })
                .toList();
    }
}
