package org.asterism.lock.internal.server;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.asterism.cluster.MemberId;
import org.asterism.lock.Deadlock;
import org.asterism.lock.Deadlock.Link;
import org.asterism.lock.internal.cbor.LockCodec;
import org.asterism.lock.internal.cbor.StacksAnswer;
import org.asterism.lock.internal.cbor.StacksRequest;
import org.asterism.lock.internal.cbor.Topics;
import org.asterism.messaging.MessageService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the members of a deadlock where their threads stand, for a short time, and keeps the last reports. Thread-safe. */
final class DeadlockReports {

    private static final Logger LOG = LoggerFactory.getLogger(DeadlockReports.class);
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final int KEPT = 10;

    private final MessageService messages;
    private final LockCodec codec;
    private final Deque<Deadlock> last = new ArrayDeque<>();

    DeadlockReports(MessageService messages, LockCodec codec) {
        this.messages = messages;
        this.codec = codec;
    }

    /** The same deadlock with the stacks of those who answer in time; never fails. */
    CompletionStage<Deadlock> report(Deadlock deadlock) {
        Map<MemberId, CompletableFuture<Map<String, List<String>>>> asked = new HashMap<>();
        deadlock.cycle().stream()
                .collect(Collectors.groupingBy(Link::member, Collectors.mapping(Link::party, Collectors.toList())))
                .forEach((member, parties) -> asked.put(member, stacks(member, parties)));
        CompletableFuture<Void> all = CompletableFuture.allOf(asked.values().toArray(CompletableFuture<?>[]::new));
        return all.completeOnTimeout(null, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(done -> remember(with(deadlock, asked)));
    }

    /** Newest first. */
    List<Deadlock> last() {
        synchronized (last) {
            return List.copyOf(last);
        }
    }

    private CompletableFuture<Map<String, List<String>>> stacks(MemberId member, List<String> parties) {
        return messages.request(member, Topics.STACKS, codec.encode(new StacksRequest(parties)), PATIENCE)
                .thenApply(bytes -> byParty(parties, codec.decode(bytes, StacksAnswer.class)))
                .exceptionally(failure -> {
                    LOG.debug("{} does not tell where its threads stand", member, failure);
                    return Map.of();
                })
                .toCompletableFuture();
    }

    private static Map<String, List<String>> byParty(List<String> parties, StacksAnswer answer) {
        Map<String, List<String>> stacks = new HashMap<>();
        for (int i = 0; i < Math.min(parties.size(), answer.stacks().size()); i++) {
            stacks.put(parties.get(i), answer.stacks().get(i));
        }
        return stacks;
    }

    private static Deadlock with(Deadlock deadlock, Map<MemberId, CompletableFuture<Map<String, List<String>>>> asked) {
        List<Link> cycle = new ArrayList<>();
        for (Link link : deadlock.cycle()) {
            List<String> stack = asked.get(link.member()).getNow(Map.of()).getOrDefault(link.party(), List.of());
            cycle.add(new Link(
                    link.member(), link.session(), link.party(), link.waitsFor(), link.mode(), link.age(), stack));
        }
        return new Deadlock(cycle, deadlock.victim());
    }

    private Deadlock remember(Deadlock deadlock) {
        synchronized (last) {
            last.addFirst(deadlock);
            if (last.size() > KEPT) {
                last.removeLast();
            }
        }
        LOG.warn("deadlock of {} requests: {}", deadlock.cycle().size(), DeadlockText.of(deadlock));
        return deadlock;
    }
}
