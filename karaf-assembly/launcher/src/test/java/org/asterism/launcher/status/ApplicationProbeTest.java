package org.asterism.launcher.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import org.asterism.launcher.status.Awaited.Answer;
import org.junit.jupiter.api.Test;

class ApplicationProbeTest {

    @Test
    void isUpWhenEveryServerHasAnswered() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort();
            ApplicationProbe probe = new ApplicationProbe(() -> Set.of(url), "/shop/", Duration.ofSeconds(5));

            assertThat(probe.ask()).isEqualTo(new Answer("STARTING", "answers on 0 of 1, not on " + url));
            server.createContext("/shop/", exchange -> {
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            assertThat(probe.ask()).isEqualTo(new Answer("UP", "answers on 1 of 1"));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void bearsAServerWhoseAddressIsNotKnownYet() {
        ApplicationProbe probe = new ApplicationProbe(() -> Set.of(""), "/shop/", Duration.ofSeconds(5));

        assertThat(probe.ask().state()).isEqualTo("STARTING");
    }
}
