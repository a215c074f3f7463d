package org.asterism.servernode.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsTest {

    @Test
    void takesTheFirstPlainHttpEndpoint() {
        assertThat(Endpoints.choose(
                        List.of("https://127.0.0.1:8443/", "http://127.0.0.1:8181/", "http://10.0.0.1:8181/")))
                .contains(URI.create("http://127.0.0.1:8181"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://0.0.0.0:8181/", "http://0:0:0:0:0:0:0:0:8181/", "http://[::]:8181/"})
    void anyAddressIsReachedByLoopback(String endpoint) {
        assertThat(Endpoints.choose(List.of(endpoint))).contains(URI.create("http://127.0.0.1:8181"));
    }

    @Test
    void anEngineThatDoesNotListenHasNone() {
        assertThat(Endpoints.choose(List.of("/"))).isEmpty();
        assertThat(Endpoints.choose(List.of())).isEmpty();
    }
}
