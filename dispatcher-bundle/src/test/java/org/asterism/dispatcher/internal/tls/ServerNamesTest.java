package org.asterism.dispatcher.internal.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerNamesTest {

    private final ServerNames<String> names =
            new ServerNames<>(Map.of("shop.test", "exact", "*.shop.test", "wildcard", "a.shop.test", "a"), "first");

    @ParameterizedTest
    @CsvSource({
        "shop.test, exact",
        "SHOP.test, exact",
        "b.shop.test, wildcard",
        "a.shop.test, a",
        "c.b.shop.test, first",
        "other.test, first",
        "test, first",
        "*, first",
        "'', first",
        ", first"
    })
    void theBestNameWins(String asked, String found) {
        assertThat(names.of(asked)).isEqualTo(found);
    }
}
