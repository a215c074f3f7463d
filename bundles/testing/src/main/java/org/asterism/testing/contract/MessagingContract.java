package org.asterism.testing.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.asterism.cluster.MemberId;

/** The steps of the contracts of messages. */
abstract class MessagingContract extends ClusterContract {

    static final Duration LONG = Duration.ofSeconds(60);

    /** A handler that sees the payload alone. */
    interface Handler {
        CompletionStage<byte[]> answer(byte[] payload);
    }

    static void serve(ClusterMember member, String topic, Handler handler) {
        AutoCloseable unused = member.messages().serve(topic, request -> handler.answer(request.payload()));
    }

    /** Answers with the name of the member. */
    static void serveName(ClusterMember member, String topic) {
        serve(member, topic, payload -> answered(member.id().value()));
    }

    /** Notes who was asked and never answers. */
    static void serveNever(ClusterMember member, String topic, List<String> asked) {
        serve(member, topic, payload -> {
            asked.add(member.id().value());
            return new CompletableFuture<>();
        });
    }

    static CompletionStage<byte[]> answered(String text) {
        return CompletableFuture.completedFuture(bytes(text));
    }

    static List<String> listen(ClusterMember member, String pattern) {
        List<String> heard = new CopyOnWriteArrayList<>();
        AutoCloseable unused =
                member.messages().listen(pattern, message -> heard.add(new String(message.payload(), UTF_8)));
        return heard;
    }

    /** Listening may take a moment to be known everywhere: publishes {@code ?} until everyone hears it. */
    final void awaitListeners(List<List<String>> listeners, String topic) {
        soon(() -> {
            a.messages().publish(topic, bytes("?"));
            assertThat(listeners).noneMatch(List::isEmpty);
        });
    }

    /** What was heard except {@code ?}. */
    static List<String> said(List<String> heard) {
        return heard.stream().filter(text -> !text.equals("?")).toList();
    }

    static CompletionStage<byte[]> ask(ClusterMember from, MemberId to, String topic, Duration timeout) {
        return from.messages().request(to, topic, bytes("?"), timeout);
    }

    static String call(ClusterMember from, MemberId to, String topic, Duration timeout) throws InterruptedException {
        return new String(from.messages().call(to, topic, bytes("?"), timeout), UTF_8);
    }

    static String answer(CompletionStage<byte[]> stage) throws Exception {
        return new String(result(stage), UTF_8);
    }

    static <T> T result(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(SOON.toSeconds(), TimeUnit.SECONDS);
    }

    static Throwable failure(CompletionStage<?> stage) throws Exception {
        try {
            result(stage);
        } catch (ExecutionException e) {
            return e.getCause();
        }
        throw new AssertionError("it did not fail");
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
