package org.asterism.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.asterism.cluster.MemberId;
import org.asterism.messaging.HubUnavailableException;
import org.asterism.messaging.ListenerDiedException;
import org.asterism.messaging.MessageTooLargeException;
import org.asterism.messaging.NoListenerException;
import org.asterism.messaging.RequestFailedException;
import org.asterism.messaging.RequestTimeoutException;
import org.asterism.messaging.Serving;
import org.junit.jupiter.api.Test;

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
 *   <li>A call waits for the answer, fails as a request does, and ends when its thread is interrupted.
 *   <li>There is room again as soon as the hub takes messages again.
 *   <li>A handler that is served directly answers and fails like any other.
 * </ol>
 */
public abstract class MessageServiceContract extends GroupMessagesContract {

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
        assertThat(everywhere).allSatisfy(heard -> assertThat(said(heard)).isEqualTo(sent));
    }

    @Test
    void invariant02WhatWasAcceptedArrivesAfterARestartOfTheHub() throws Exception {
        List<String> atB = listen(b, "t.kept");
        List<String> published = listen(b, "t.kept.all");
        awaitListeners(List.of(published), "t.kept.all");
        a.messages().send(b.id(), "t.kept", bytes("before"));
        soon(() -> assertThat(atB).containsExactly("before"));
        loseTheHub();
        a.messages().send(b.id(), "t.kept", bytes("while"));
        a.messages().publish("t.kept.all", bytes("while"));
        cluster.startHub();
        soon(() -> assertThat(atB).containsExactly("before", "while"));
        a.messages().send(b.id(), "t.kept", bytes("after"));
        soon(() -> assertThat(atB).containsExactly("before", "while", "after"));
        soon(() -> assertThat(said(published)).containsExactly("while"));
    }

    @Test
    void invariant03AnIslandedMemberKeepsMessagesUpToABound() throws Exception {
        loseTheHub();
        byte[] payload = new byte[1024];
        assertThatThrownBy(() -> sendMany(payload)).isInstanceOf(HubUnavailableException.class);
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
        serveNever(b, "silent", asked);
        serveNever(cluster.hub(), "silent", asked);
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
        serve(b, "length", bytes -> answered(String.valueOf(bytes.length)));
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
        AutoCloseable first = b.messages().serve("once", request -> answered("1"));
        assertThatIllegalStateException().isThrownBy(() -> b.messages().serve("once", request -> answered("2")));
        first.close();
        serve(b, "once", request -> answered("2"));
        assertThat(answer(ask(a, b.id(), "once", LONG))).isEqualTo("2");
    }

    @Test
    void invariant10ACallWaitsForTheAnswer() throws Exception {
        List<String> asked = new CopyOnWriteArrayList<>();
        serveName(b, "name");
        serveName(cluster.hub(), "name");
        serveNever(b, "silent", asked);
        serve(b, "broken", bytes -> CompletableFuture.failedFuture(new IllegalStateException("out of stock")));
        assertThat(call(a, b.id(), "name", LONG)).isEqualTo("b");
        assertThat(call(a, MemberId.HUB, "name", LONG)).isEqualTo("hub");
        assertThat(call(cluster.hub(), b.id(), "name", LONG)).isEqualTo("b");
        assertThatThrownBy(() -> call(a, b.id(), "unknown", LONG)).isInstanceOf(NoListenerException.class);
        assertThatThrownBy(() -> call(a, new MemberId("nobody"), "name", LONG)).isInstanceOf(NoListenerException.class);
        assertThatThrownBy(() -> call(a, b.id(), "broken", LONG))
                .isInstanceOf(RequestFailedException.class)
                .hasMessage("out of stock");
        assertThatThrownBy(() -> call(a, b.id(), "silent", Duration.ofMillis(100)))
                .isInstanceOf(RequestTimeoutException.class);
        assertThatThrownBy(() -> a.messages().call(b.id(), "name", new byte[cluster.maxPayload() + 1], LONG))
                .isInstanceOf(MessageTooLargeException.class);
        asked.clear();
        Calling waiting = new Calling(() -> call(a, b.id(), "silent", LONG));
        soon(() -> assertThat(asked).containsExactly("b"));
        waiting.interrupt();
        assertThat(waiting.failure()).isInstanceOf(InterruptedException.class);
        asked.clear();
        Calling deserted = new Calling(() -> call(a, b.id(), "silent", LONG));
        soon(() -> assertThat(asked).containsExactly("b"));
        cluster.kill(b);
        assertThat(deserted.failure()).isInstanceOf(ListenerDiedException.class);
        cluster.killHub();
        soon(() -> assertThat(a.cluster().view().stale()).isTrue());
        assertThatThrownBy(() -> call(a, MemberId.HUB, "name", LONG)).isInstanceOf(HubUnavailableException.class);
    }

    @Test
    void invariant11ThereIsRoomAgainWhenTheHubIsBack() throws Exception {
        result(a.messages().room());
        loseTheHub();
        byte[] payload = new byte[1024];
        assertThatThrownBy(() -> sendMany(payload)).isInstanceOf(HubUnavailableException.class);
        CompletionStage<Void> room = a.messages().room();
        assertThat(room.toCompletableFuture()).isNotDone();
        cluster.startHub();
        result(room);
        soon(() -> a.messages().send(b.id(), "t.many", payload));
    }

    @Test
    void invariant12ATopicMayBeServedDirectly() throws Exception {
        for (ClusterMember server : List.of(b, cluster.hub())) {
            AutoCloseable name = server.messages()
                    .serve("direct", request -> answered(server.id().value()), Serving.DIRECT);
            AutoCloseable unused = server.messages()
                    .serve(
                            "thrown",
                            request -> {
                                throw new IllegalStateException("out of order");
                            },
                            Serving.DIRECT);
            assertThat(answer(ask(a, server.id(), "direct", LONG)))
                    .isEqualTo(server.id().value());
            assertThat(call(a, server.id(), "direct", LONG))
                    .isEqualTo(server.id().value());
            assertThat(failure(ask(a, server.id(), "thrown", LONG)))
                    .isInstanceOf(RequestFailedException.class)
                    .hasMessage("out of order");
            name.close();
            assertThat(failure(ask(a, server.id(), "direct", LONG))).isInstanceOf(NoListenerException.class);
        }
    }

    private void sendMany(byte[] payload) {
        IntStream.range(0, 1_000_000).forEach(i -> a.messages().send(b.id(), "t.many", payload));
    }
}
