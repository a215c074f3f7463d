package org.asterism.sessions.internal.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.awaitility.Awaitility;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.AbstractHandler;
import org.junit.jupiter.api.Test;

class UnderWayTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch answer = new CountDownLatch(1);

    private final class Slow extends AbstractHandler {

        @Override
        public void handle(String target, Request base, HttpServletRequest request, HttpServletResponse response) {
            begun.countDown();
            try {
                response.setStatus(answer.await(20, TimeUnit.SECONDS) ? 200 : 500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            base.setHandled(true);
        }
    }

    /** As it is added to a connector that has started. */
    @Test
    void countsUntilTheAnswerIsThere() throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Slow());
        server.start();
        try {
            UnderWay underWay = new UnderWay();
            connector.addBean(underWay);
            URI uri = URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/");

            CompletableFuture<HttpResponse<String>> response = HttpClient.newHttpClient()
                    .sendAsync(HttpRequest.newBuilder(uri).timeout(LIMIT).build(), BodyHandlers.ofString());

            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(underWay.count()).isEqualTo(1);
            answer.countDown();
            assertThat(response.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
            Awaitility.await().atMost(LIMIT).until(() -> underWay.count() == 0);
        } finally {
            server.stop();
        }
    }
}
