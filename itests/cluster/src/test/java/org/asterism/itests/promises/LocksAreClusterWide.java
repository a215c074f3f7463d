package org.asterism.itests.promises;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
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

@ExtendWith(SharedStar.class)
class LocksAreClusterWide {

    private static final int CLIENTS = 8;

    @Test
    void parallelReservationsNeverSellMoreThanThereIs(Star star) throws Exception {
        String sku = "locked";
        int stock = 150;
        new Shop(star.dispatcher(0)).create(sku, stock);

        ConcurrentSkipListMap<Integer, Long> tokens = new ConcurrentSkipListMap<>(Comparator.reverseOrder());
        AtomicInteger soldOut = new AtomicInteger();
        try (Load load = Load.of(clients(star, sku, tokens, soldOut))) {
            load.awaitMore(stock + 10 * CLIENTS);
            assertThat(load.stop().failures()).isEmpty();
        }

        Ledger ledger = new Ledger(star);
        assertThat(tokens).hasSize(stock);
        assertThat(soldOut.get()).isPositive();
        assertThat(ledger.stock(sku)).isZero();
        assertThat(ledger.reserved(sku)).isEqualTo(stock);
        assertThat(ledger.everyReservationHasItsOwnToken(sku)).isTrue();
        assertThat(List.copyOf(tokens.values()))
                .as("tokens, oldest grant first")
                .isSorted();
    }

    /** @param tokens stock left → fencing token, of every reservation that was confirmed */
    private static List<Call> clients(Star star, String sku, Map<Integer, Long> tokens, AtomicInteger soldOut) {
        return IntStream.range(0, CLIENTS)
                .mapToObj(client -> new Shop(star.dispatcher(client % 2)))
                .<Call>map(shop -> () -> {
                    HttpResponse<String> answer = shop.reserve(sku, 1);
                    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 409);
                    if (answer.statusCode() == 200) {
                        JsonNode json = Shop.json(answer);
                        int left = json.get("stock").asInt();
                        assertThat(left).isNotNegative();
                        assertThat(tokens.put(left, json.get("fencingToken").asLong()))
                                .as("who else left " + left)
                                .isNull();
                    } else {
                        soldOut.incrementAndGet();
                    }
                })
                .toList();
    }
}
