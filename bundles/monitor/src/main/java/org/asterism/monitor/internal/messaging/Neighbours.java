package org.asterism.monitor.internal.messaging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.documents.HealthDocument;
import org.asterism.documents.JsonText;
import org.asterism.health.HealthReport;
import org.asterism.messaging.MessageService;
import org.asterism.messaging.MessagingException;
import org.asterism.messaging.Serving;
import org.asterism.monitor.internal.ClockOffset;
import org.asterism.monitor.internal.Series;

/** Asks the hub and every member but programs, and answers them. */
public final class Neighbours {

    private static final String HEALTH = "asterism.monitor.health";
    private static final String NUMBERS = "asterism.monitor.numbers";
    private static final String CLOCK = "asterism.monitor.clock";
    private static final byte[] NOTHING = {};

    private final ClusterService cluster;
    private final MessageService messages;

    public Neighbours(ClusterService cluster, MessageService messages) {
        this.cluster = cluster;
        this.messages = messages;
    }

    /** Where the answers of this container come from; each may be slow, and is called on a thread that may wait. */
    public interface Own {

        CompletionStage<HealthReport> health();

        CompletionStage<List<Series>> numbers();
    }

    /** Answers from now on, until all of these are closed. */
    public List<AutoCloseable> serve(Own own) {
        return List.of(
                messages.serve(HEALTH, question -> own.health().thenApply(Neighbours::bytes)),
                messages.serve(NUMBERS, question -> own.numbers().thenApply(SeriesDocument::of)),
                messages.serve(
                        CLOCK, question -> CompletableFuture.completedFuture(time(Instant.now())), Serving.DIRECT));
    }

    private static byte[] bytes(HealthReport report) {
        return JsonText.compact(HealthDocument.of(report)).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] time(Instant now) {
        return ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                .putLong(now.getEpochSecond())
                .putInt(now.getNano())
                .array();
    }

    /** How everyone is, sorted by id; never fails. */
    public CompletionStage<List<HealthReport>> health(Duration timeout) {
        return all(
                        HEALTH,
                        timeout,
                        (member, answer) -> HealthDocument.parse(answer),
                        (member, reason) -> HealthReport.silent(member, reason))
                .thenApply(reports -> reports.stream()
                        .sorted(Comparator.comparing(HealthReport::member))
                        .toList());
    }

    /** The numbers of everyone, told apart by the label {@code member}; who does not answer is left out. */
    public CompletionStage<List<Series>> numbers(Duration timeout) {
        return all(
                        NUMBERS,
                        timeout,
                        (member, answer) -> SeriesDocument.parse(answer).stream()
                                .map(series -> series.of(member.value()))
                                .toList(),
                        (member, reason) -> List.<Series>of())
                .thenApply(lists ->
                        Series.merged(lists.stream().flatMap(List::stream).toList()));
    }

    /** How far the clock of this container is from that of the hub. */
    public CompletionStage<ClockOffset> offset(Duration timeout) {
        Instant asked = Instant.now();
        long began = System.nanoTime();
        return messages.request(MemberId.HUB, CLOCK, NOTHING, timeout, Serving.DIRECT)
                .thenApply(answer -> {
                    Duration took = Duration.ofNanos(System.nanoTime() - began);
                    ByteBuffer time = ByteBuffer.wrap(answer);
                    return ClockOffset.of(asked, took, Instant.ofEpochSecond(time.getLong(), time.getInt()));
                });
    }

    private <T> CompletionStage<List<T>> all(
            String topic,
            Duration timeout,
            BiFunction<MemberId, byte[], T> read,
            BiFunction<MemberId, String, T> silent) {
        List<CompletableFuture<T>> answers = new ArrayList<>();
        for (MemberId member : members()) {
            Function<Throwable, T> failed = failure -> silent.apply(member, reason(failure));
            answers.add(ask(member, topic, timeout)
                    .thenApply(answer -> read.apply(member, answer))
                    .exceptionally(failed)
                    .toCompletableFuture());
        }
        return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .thenApply(
                        unused -> answers.stream().map(CompletableFuture::join).toList());
    }

    private CompletionStage<byte[]> ask(MemberId member, String topic, Duration timeout) {
        try {
            return messages.request(member, topic, NOTHING, timeout);
        } catch (MessagingException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static String reason(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return "no answer: " + cause.getMessage();
    }

    private List<MemberId> members() {
        List<MemberId> members = new ArrayList<>(List.of(MemberId.HUB));
        cluster.view().members().stream()
                .filter(member -> member.kind() != MemberKind.CLIENT)
                .map(Member::id)
                .forEach(members::add);
        return members;
    }
}
