package org.asterism.dispatcher.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestPathTest {

    @ParameterizedTest
    @CsvSource({
        "/shop/cart, /shop/cart",
        "/shop/?x=/../y, /shop/",
        "/?a;b, /",
        "?x, /",
        "*, /",
        "http://host/shop?x, /shop",
        "https://host, /",
        "http://host?x=/y, /",
        "/shop;jsessionid=1/x, /shop/x",
        "/shop;jsessionid=1, /shop",
        "//shop///x, /shop/x",
        "/a/../shop, /shop",
        "/../../shop/./x, /shop/x",
        "/%73hop/x, /shop/x",
        "/%2e%2e/shop, /shop",
        "/%zz/x%, /%zz/x%",
        "/.well-known/x, /.well-known/x"
    })
    void isTheOneThatCounts(String target, String path) {
        assertThat(RequestPath.of(target)).isEqualTo(path);
    }
}
