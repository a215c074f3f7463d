package org.asterism.samples.shop.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTest {

    @ParameterizedTest
    @CsvSource({
        "/whoami, WHO_AM_I, ''",
        "/overview, OVERVIEW, ''",
        "/products/x, PRODUCT, x",
        "/products/x/reserve, RESERVE, x",
        "/products/x/reservations, RESERVATIONS, x",
        "/products/, PRODUCT, ''",
        "/products, NOTHING, ''",
        "/products/x/other, NOTHING, ''",
        "/products/x/reserve/1, NOTHING, ''",
        "/whoami/x, NOTHING, ''",
        "/, NOTHING, ''",
        ", NOTHING, ''"
    })
    void knowsItsPaths(String pathInfo, Route.Kind kind, String sku) {
        assertThat(Route.of(pathInfo)).isEqualTo(new Route(kind, sku));
    }
}
