package org.asterism.testing.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.messaging.HubUnavailableException;
import org.asterism.messaging.ListenerDiedException;
import org.asterism.messaging.MessageTooLargeException;
import org.asterism.messaging.NoListenerException;
import org.asterism.messaging.RequestFailedException;
import org.asterism.messaging.RequestTimeoutException;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What {@link org.asterism.messaging.MessageService} promises.
 *
 * <ol>
 *   <li>Messages of one sender to one target arrive in the order sent; what is published reaches everyone who listens, the
 *       sender too.
 *   <li>What was accepted while the hub was away arrives after its restart, in order and once.
 *   <li>An islanded member keeps messages up to a bound; past it sending fails.
 *   <li>A pattern hears the topics it stands for, and a closed listener nothing.
 *   <li>A request is answered, by a member and by the hub, and fails with the handler's message.
 *   <li>Who is not there, or serves no such topic, is told from who does not answer in time.
 *   <li>A request whose receiver is lost fails at once; so does one whose link breaks, or that finds no hub.
 *   <li>A payload that is too large is refused.
 *   <li>A topic is served once in a member.
 * </ol>
 */
@Timeout(120)
public abstract class MessageServiceContract {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration LONG = Duration.ofSeconds(60);

    private ClusterFixture cluster;
    private ClusterMember a;
    private ClusterMember b;

    protected abstract ClusterFixture newCluster() throws Exception;

    @BeforeEach
    final void begin() throws Exception {
        cluster = newCluster();
        a = cluster.join("a", MemberKind.INSTANCE);
        b = cluster.join("b", MemberKind.INSTANCE);
        soon(() -> {
            assertThat(a.cluster().view().members()).hasSize(2);
            assertThat(b.cluster().view().members()).hasSize(2);
        });
    }

    @AfterEach
    final void end() throws Exception {
        cluster.close();
    }

    @Test
    void invariant01MessagesArriveInOrder() {
        List<String> sent = IntStream.range(0, 200).mapToObj(String::valueOf).toList();
        List<String> atB = listen(b, "t.sent");
        sent.forEach(text -> a.messages().send(b.id(), "t.sent", bytes(text)));
        soon(() -> assertThat(atB).isEqualTo(sent));

        List<List<String>> everywhere = List.of(listen(a, "t.all"), listen(b, "t.all"), listen(cluster.hub(), "t.all"));
        awaitListeners(everywhere, "t.all");
        sent.forEach(text -> a.messages().publish("t.all", bytes(text)));
        soon(() -> assertThat(everywhere).allSatisfy(heard -> assertThat(heard).endsWith("199")));
        assertThat(everywhere).allSatisfy(heard -> assertThat(heard.stream().filter(text -> !text.equals("?")))
                .containsExactlyElementsOf(sent));
    }

    @Test
    void invariant02WhatWasAcceptedArrivesAfterARestartOfTheHub() throws Exception {
        List<String> atB = listen(b, "t.kept");
        List<String> published = listen(b, "t.kept.all");
        awaitListeners(List.of(published), "t.kept.all");
        a.messages().send(b.id(), "t.kept", bytes("before"));
        soon(() -> assertThat(atB).containsExactly("before"));
        cluster.killHub();
        soon(() -> assertThat(a.cluster().view().stale()).isTrue());
        a.messages().send(b.id(), "t.kept", bytes("while"));
        a.messages().publish("t.kept.all", bytes("while"));
        cluster.startHub();
        soon(() -> assertThat(atB).containsExactly("before", "while"));
        a.messages().send(b.id(), "t.kept", bytes("after"));
        soon(() -> assertThat(atB).containsExactly("before", "while", "after"));
        soon(() ->
                assertThat(published.stream().filter(text -> !text.equals("?"))).containsExactly("while"));
    }

    @Test
    void invariant03AnIslandedMemberKeepsMessagesUpToABound() throws Exception {
        cluster.killHub();
        soon(() -> assertThat(a.cluster().view().stale()).isTrue());
        byte[] payload = new byte[1024];
        assertThatThrownBy(() ->
                        IntStream.range(0, 1_000_000).forEach(i -> a.messages().send(b.id(), "t.many", payload)))
                .isInstanceOf(HubUnavailableException.class);
        assertThatThrownBy(() -> a.messages().publish("t.many", payload)).isInstanceOf(HubUnavailableException.class);
    }

    @Test
    void invariant04APatternHearsTheTopicsItStandsFor() throws Exception {
        List<String> one = listen(b, "p.*.z");
        List<String> many = listen(b, "p.#");
        List<String> none = listen(b, "p.x");
        List<String> closed = new CopyOnWriteArrayList<>();
        b.messages().listen("p.#", message -> closed.add("?")).close();
        List.of("p.x.z", "p.y.z", "p.x.y.z", "q").forEach(topic -> a.messages().send(b.id(), topic, bytes(topic)));
        soon(() -> assertThat(many).containsExactly("p.x.z", "p.y.z", "p.x.y.z"));
        soon(() -> assertThat(one).containsExactly("p.x.z", "p.y.z"));
        assertThat(none).isEmpty();
        assertThat(closed).isEmpty();
    }

    @Test
    void invariant05ARequestIsAnswered() throws Exception {
        serve(b, "echo", bytes -> CompletableFuture.completedFuture(bytes));
        serve(cluster.hub(), "echo", bytes -> CompletableFuture.completedFuture(bytes));
        serve(b, "broken", bytes -> CompletableFuture.failedFuture(new IllegalStateException("out of stock")));
        serve(b, "thrown", bytes -> {
            throw new IllegalStateException("out of order");
        });
        assertThat(answer(ask(a, b.id(), "echo", LONG))).isEqualTo("?");
        assertThat(answer(ask(a, MemberId.HUB, "echo", LONG))).isEqualTo("?");
        assertThat(answer(ask(cluster.hub(), b.id(), "echo", LONG))).isEqualTo("?");
        assertThat(answer(ask(b, b.id(), "echo", LONG))).isEqualTo("?");
        assertThat(failure(ask(a, b.id(), "broken", LONG)))
                .isInstanceOf(RequestFailedException.class)
                .hasMessage("out of stock");
        assertThat(failure(ask(a, b.id(), "thrown", LONG)))
                .isInstanceOf(RequestFailedException.class)
                .hasMessage("out of order");
    }

    @Test
    void invariant06WhoIsNotThereIsToldFromWhoDoesNotAnswer() throws Exception {
        serve(b, "silent", bytes -> new CompletableFuture<>());
        assertThat(failure(ask(a, b.id(), "unknown", LONG))).isInstanceOf(NoListenerException.class);
        assertThat(failure(ask(a, new MemberId("nobody"), "silent", LONG))).isInstanceOf(NoListenerException.class);
        assertThatThrownBy(() -> a.messages().send(new MemberId("nobody"), "x", bytes("x")))
                .isInstanceOf(NoListenerException.class);
        assertThat(failure(ask(a, b.id(), "silent", Duration.ofMillis(100))))
                .isInstanceOf(RequestTimeoutException.class);
    }

    @Test
    void invariant07ARequestEndsWithItsReceiverAndItsLink() throws Exception {
        List<String> asked = new CopyOnWriteArrayList<>();
        serve(b, "silent", bytes -> {
            asked.add("b");
            return new CompletableFuture<>();
        });
        serve(cluster.hub(), "silent", bytes -> {
            asked.add("hub");
            return new CompletableFuture<>();
        });
        CompletionStage<byte[]> ofB = ask(a, b.id(), "silent", LONG);
        CompletionStage<byte[]> ofHub = ask(a, MemberId.HUB, "silent", LONG);
        soon(() -> assertThat(asked).contains("b", "hub"));
        cluster.kill(b);
        assertThat(failure(ofB)).isInstanceOf(ListenerDiedException.class);
        cluster.killHub();
        assertThat(failure(ofHub)).isInstanceOf(HubUnavailableException.class);
        soon(() -> assertThat(a.cluster().view().stale()).isTrue());
        assertThat(failure(ask(a, MemberId.HUB, "silent", LONG))).isInstanceOf(HubUnavailableException.class);
    }

    @Test
    void invariant08APayloadThatIsTooLargeIsRefused() throws Exception {
        serve(b, "length", bytes -> CompletableFuture.completedFuture(bytes(String.valueOf(bytes.length))));
        byte[] largest = new byte[cluster.maxPayload()];
        byte[] tooLarge = new byte[cluster.maxPayload() + 1];
        assertThat(answer(a.messages().request(b.id(), "length", largest, LONG)))
                .isEqualTo(String.valueOf(largest.length));
        assertThat(failure(a.messages().request(b.id(), "length", tooLarge, LONG)))
                .isInstanceOf(MessageTooLargeException.class);
        assertThatThrownBy(() -> a.messages().send(b.id(), "x", tooLarge)).isInstanceOf(MessageTooLargeException.class);
        assertThatThrownBy(() -> a.messages().publish("x", tooLarge)).isInstanceOf(MessageTooLargeException.class);
    }

    @Test
    void invariant09ATopicIsServedOnce() throws Exception {
        AutoCloseable first = b.messages().serve("once", request -> CompletableFuture.completedFuture(bytes("1")));
        assertThatIllegalStateException()
                .isThrownBy(() -> b.messages().serve("once", request -> CompletableFuture.completedFuture(bytes("2"))));
        first.close();
        serve(b, "once", request -> CompletableFuture.completedFuture(bytes("2")));
        assertThat(answer(ask(a, b.id(), "once", LONG))).isEqualTo("2");
    }

    private interface Handler {
        CompletionStage<byte[]> answer(byte[] payload);
    }

    private static void serve(ClusterMember member, String topic, Handler handler) {
        AutoCloseable unused = member.messages().serve(topic, request -> handler.answer(request.payload()));
    }

    private static List<String> listen(ClusterMember member, String pattern) {
        List<String> heard = new CopyOnWriteArrayList<>();
        AutoCloseable unused =
                member.messages().listen(pattern, message -> heard.add(new String(message.payload(), UTF_8)));
        return heard;
    }

    /** Listening may take a moment to be known everywhere. */
    private void awaitListeners(List<List<String>> listeners, String topic) {
        soon(() -> {
            a.messages().publish(topic, bytes("?"));
            assertThat(listeners).noneMatch(List::isEmpty);
        });
    }

    private static CompletionStage<byte[]> ask(ClusterMember from, MemberId to, String topic, Duration timeout) {
        return from.messages().request(to, topic, bytes("?"), timeout);
    }

    private static String answer(CompletionStage<byte[]> stage) throws Exception {
        return new String(stage.toCompletableFuture().get(SOON.toSeconds(), TimeUnit.SECONDS), UTF_8);
    }

    private static Throwable failure(CompletionStage<byte[]> stage) throws Exception {
        try {
            stage.toCompletableFuture().get(SOON.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            return e.getCause();
        }
        throw new AssertionError("the request was answered");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static void soon(ThrowingRunnable assertion) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(10)).untilAsserted(assertion);
    }
}
