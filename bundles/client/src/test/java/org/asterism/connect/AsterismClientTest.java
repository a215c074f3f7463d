package org.asterism.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.asterism.cluster.MemberId;
import org.asterism.messaging.HubUnavailableException;
import org.asterism.testing.cluster.InMemoryCluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AsterismClientTest {

    private static final Duration WAIT = Duration.ofSeconds(10);

    private final InMemoryCluster hub = new InMemoryCluster();

    /** What is offered. */
    public interface Doubler {
        int twice(int number);
    }

    @AfterEach
    void end() {
        hub.close();
    }

    private AsterismClient client(String id) throws InterruptedException {
        return AsterismClientBuilder.connected(InMemoryLink.open(hub, id), WAIT);
    }

    @Test
    void knowsTheClusterAsSoonAsItIsThere() throws Exception {
        try (AsterismClient client = client("client/a")) {
            assertThat(client.cluster().view().member(new MemberId("client/a"))).isPresent();
        }
    }

    @Test
    void leavesWhenItIsClosed() throws Exception {
        try (AsterismClient client = client("client/a")) {
            client("client/b").close();
            hub.settle();

            assertThat(client.cluster().view().member(new MemberId("client/b"))).isEmpty();
        }
    }

    @Test
    void saysWhyItIsNotInTheCluster() {
        hub.stopHub();

        assertThatThrownBy(() ->
                        AsterismClientBuilder.connected(InMemoryLink.open(hub, "client/a"), Duration.ofMillis(10)))
                .isInstanceOf(HubUnavailableException.class)
                .hasMessage("not in the cluster after 10 ms: nobody listens there");
    }

    @Test
    void sendsMessagesAndCallsServices() throws Exception {
        CompletableFuture<String> heard = new CompletableFuture<>();
        try (AsterismClient one = client("client/one");
                AsterismClient other = client("client/other")) {
            other.messages().listen("greeting", message -> heard.complete(text(message.payload())));
            other.offer(Doubler.class, number -> 2 * number, Map.of());

            one.messages().publish("greeting", bytes("hello"));

            assertThat(heard.get(10, TimeUnit.SECONDS)).isEqualTo("hello");
            assertThat(one.awaitService(Doubler.class, WAIT).orElseThrow().twice(21))
                    .isEqualTo(42);
        }
    }

    @Test
    void streamsWhatIsLargerThanAMessage() throws Exception {
        byte[] content = new byte[3 * InMemoryCluster.MAX_PAYLOAD];
        CompletableFuture<Integer> arrived = new CompletableFuture<>();
        try (AsterismClient one = client("client/one");
                AsterismClient other = client("client/other")) {
            other.bulk().receive("files", (sender, in) -> arrived.complete(in.readAllBytes().length));
            hub.settle();

            one.bulk()
                    .send(new MemberId("client/other"), "files", new ByteArrayInputStream(content), WAIT)
                    .toCompletableFuture()
                    .get(20, TimeUnit.SECONDS);

            assertThat(arrived).isCompletedWithValue(content.length);
        }
    }

    @Test
    void saysThatItHoldsNoLocksSoThatNobodyWaitsForIt() throws Exception {
        CompletableFuture<MemberId> declared = new CompletableFuture<>();
        hub.hub().messages().serve("asterism.lock.declare", request -> {
            declared.complete(request.sender());
            return new CompletableFuture<>();
        });
        try (AsterismClient client = client("client/a")) {
            assertThat(declared.get(10, TimeUnit.SECONDS))
                    .isEqualTo(client.cluster().self());
        }
    }

    @Test
    void givesNothingAfterItsEnd() throws Exception {
        AsterismClient client = client("client/a");
        client.close();

        assertThatThrownBy(client::locks).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesWhatIsNoAddress() {
        AsterismClientBuilder builder =
                AsterismClient.builder().hubs(List.of("http://somewhere")).secret("x");

        assertThatThrownBy(builder::connect)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tcp://HOST:PORT");
    }

    @Test
    void needsToKnowWhomItTrustsForAnEncryptedLink() {
        AsterismClientBuilder builder =
                AsterismClient.builder().hubs(List.of("ssl://127.0.0.1:9")).secret("x");

        assertThatThrownBy(builder::connect)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is no tls.truststore.file");
    }

    @Test
    void saysWhichFileCannotBeRead() {
        AsterismClientBuilder builder = AsterismClient.builder()
                .hubs(List.of("ssl://127.0.0.1:9"))
                .secret("x")
                .trustStore(Path.of("none.p12"), Path.of("none.password"))
                .connectTimeout(Duration.ofMillis(300));

        assertThatThrownBy(builder::connect)
                .hasMessageContaining("tls.truststore.password.file 'none.password' cannot be read");
    }

    @Test
    void doesNotWaitForEverForAHubThatIsNotThere() {
        AsterismClientBuilder builder = AsterismClient.builder()
                .hubs(List.of("tcp://127.0.0.1:9"))
                .secret("x")
                .connectTimeout(Duration.ofMillis(300));

        assertThatThrownBy(builder::connect)
                .isInstanceOf(HubUnavailableException.class)
                .hasMessageStartingWith("not in the cluster after 300 ms: ");
    }

    @Test
    void givesItselfAValidName() {
        assertThat(Self.newId().value()).matches("client/[a-z0-9-]+");
        assertThat(Self.newId()).isNotEqualTo(Self.newId());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
