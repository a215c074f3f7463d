package org.asterism.dispatcher.internal.netty;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ForwardingTest {

    @Test
    void passesARequestOnAndTiesTheClientToTheNode() throws Exception {
        try (Backend node = Backend.named("a/1");
                Front front = Front.of(node.up());
                RawClient client = front.connect()) {
            RawClient.Answer answer = client.get("/shop/x?y=1").answer();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("a/1");
            assertThat(answer.header("set-cookie")).isEqualTo("ASTERISM_NODE=a.1; Path=/; HttpOnly; SameSite=Lax");
            assertThat(node.requests.get(0).target()).isEqualTo("/shop/x?y=1");
        }
    }

    @Test
    void aCookieThatIsRightIsNotSetAgain() throws Exception {
        try (Backend node = Backend.named("a/1");
                Front front = Front.of(node.up())) {
            String request = "GET /shop/ HTTP/1.1\r\nHost: test\r\nCookie: x=y; ASTERISM_NODE=a.1\r\n\r\n";
            assertThat(front.exchange(request).headers("set-cookie")).isEmpty();
        }
    }

    @Test
    void bothSidesKeepTheirConnections() throws Exception {
        try (Backend node = Backend.named("a/1");
                Front front = Front.of(node.up());
                RawClient client = front.connect()) {
            for (int i = 0; i < 20; i++) {
                assertThat(client.get("/shop/").answer().body()).isEqualTo("a/1");
            }
            assertThat(node.connections).hasValue(1);
            assertThat(node.requests).hasSize(20);
        }
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrder() throws Exception {
        try (Backend node = Backend.of("a/1", request -> request.answer(200, request.target()));
                Front front = Front.of(node.up());
                RawClient client = front.connect()) {
            StringBuilder requests = new StringBuilder();
            for (int i = 0; i < 100; i++) {
                requests.append("POST /shop/").append(i).append(" HTTP/1.1\r\nHost: t\r\nContent-Length: 3\r\n\r\nabc");
            }
            client.send(requests.toString());
            for (int i = 0; i < 100; i++) {
                assertThat(client.answer().body()).isEqualTo("/shop/" + i);
            }
        }
    }
}
