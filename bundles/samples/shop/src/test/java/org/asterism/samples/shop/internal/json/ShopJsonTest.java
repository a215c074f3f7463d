package org.asterism.samples.shop.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.asterism.samples.shop.internal.FairLocks;
import org.asterism.samples.shop.internal.InMemoryStock;
import org.asterism.samples.shop.internal.OneNode;
import org.asterism.samples.shop.internal.Reservation;
import org.asterism.samples.shop.internal.ReserveOutcome;
import org.asterism.samples.shop.internal.Sku;
import org.asterism.samples.shop.internal.Stock;
import org.asterism.samples.shop.internal.StockEvent;
import org.asterism.samples.shop.internal.StockLevel;
import org.junit.jupiter.api.Test;

class ShopJsonTest {

    private static final Sku SKU = new Sku("x1");
    private static final StockEvent EVENT = new StockEvent(SKU, 2, 3, "a/1", Instant.parse("2026-01-02T03:04:05.678Z"));

    private final OneNode node = new OneNode("a/1", new InMemoryStock(), new FairLocks(), Duration.ofSeconds(1));
    private final Visitor visitor = new Visitor("s1", 7);

    @Test
    void whoAmI() {
        assertThat(ShopJson.whoAmI(node.shop(), visitor))
                .isEqualTo("{\"instance\":\"a\",\"node\":\"a/1\",\"session\":\"s1\",\"visits\":7}");
    }

    @Test
    void product() {
        assertThat(ShopJson.product(new StockLevel(SKU, 5))).isEqualTo("{\"sku\":\"x1\",\"stock\":5}");
    }

    @Test
    void reserved() {
        Reservation reservation = new Reservation("r-1", SKU, 1, 1L << 40, "a/1", OneNode.NOW);
        assertThat(ShopJson.reserved(new ReserveOutcome.Reserved(reservation, new StockLevel(SKU, 4))))
                .isEqualTo("{\"reservation\":\"r-1\",\"stock\":4,\"fencingToken\":1099511627776}");
    }

    @Test
    void reservations() {
        assertThat(ShopJson.reservations(SKU, new Stock.Reserved(2, 5)))
                .isEqualTo("{\"sku\":\"x1\",\"reservations\":2,\"quantity\":5}");
    }

    @Test
    void errorsAreEscaped() {
        assertThat(ShopJson.error("bad-input", "a \"b\"\n"))
                .isEqualTo("{\"error\":\"bad-input\",\"detail\":\"a \\\"b\\\"\\n\"}");
    }

    @Test
    void overview() {
        node.shop().heard(EVENT);
        assertThat(ShopJson.overview(node.shop(), visitor, List.of(new StockLevel(SKU, 5))))
                .startsWith("{\"instance\":\"a\",\"node\":\"a/1\",\"session\":\"s1\",\"visits\":7,\"islanded\":false,")
                .contains("\"products\":[{\"sku\":\"x1\",\"stock\":5}]")
                .contains("\"events\":[{\"sku\":\"x1\",\"quantity\":2,\"stock\":3,\"node\":\"a/1\",");
    }

    @Test
    void anEventTravels() {
        assertThat(EventReader.read(ShopJson.message(EVENT))).contains(EVENT);
    }

    @Test
    void whatIsNoEventIsDropped() {
        for (String payload :
                List.of("", "{}", "[1]", "{\"sku\":\"<b>\"}", "{\"sku\":\"x\",\"at\":\"now\"}", "x".repeat(5000))) {
            assertThat(EventReader.read(payload.getBytes(StandardCharsets.UTF_8)))
                    .as(payload)
                    .isEmpty();
        }
    }
}
