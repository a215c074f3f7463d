package org.asterism.lock.internal.server;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.asterism.lock.internal.LockEffect;
import org.asterism.lock.internal.LockEffect.Freed;
import org.asterism.lock.internal.LockEffect.GraceOver;
import org.asterism.lock.internal.LockEffect.Granted;
import org.asterism.lock.internal.LockEffect.LeaseTold;
import org.asterism.lock.internal.LockEffect.Refused;
import org.asterism.lock.internal.LockEffect.TimedOut;
import org.asterism.lock.internal.LockEffect.Withdrawn;
import org.asterism.lock.internal.Ticket;
import org.asterism.lock.internal.cbor.AcquireAnswer;
import org.asterism.lock.internal.cbor.AcquireAnswer.Outcome;
import org.asterism.lock.internal.cbor.LeaseAnswer;
import org.asterism.lock.internal.cbor.LockCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings effects to those who wait for them. For the table's thread only. */
final class LockAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(LockAnswers.class);

    private final Map<Ticket, CompletableFuture<byte[]>> waiting = new HashMap<>();
    private final LockCodec codec;
    private final long leaseMillis;

    LockAnswers(LockCodec codec, Duration lease) {
        this.codec = codec;
        this.leaseMillis = lease.toMillis();
    }

    void expect(Ticket ticket, CompletableFuture<byte[]> answer) {
        CompletableFuture<byte[]> before = waiting.put(ticket, answer);
        if (before != null) {
            before.complete(encode(Outcome.WITHDRAWN, 0, false, ""));
        }
    }

    void refuse(CompletableFuture<byte[]> answer, String reason) {
        answer.complete(encode(Outcome.REFUSED, 0, false, reason));
    }

    void tell(List<LockEffect> effects) {
        tell(effects, new CompletableFuture<>());
    }

    /** @param lease waits for what is told of a lease */
    void tell(List<LockEffect> effects, CompletableFuture<byte[]> lease) {
        for (LockEffect effect : effects) {
            if (effect instanceof Granted granted) {
                answer(granted.ticket(), encode(Outcome.GRANTED, granted.token(), granted.known(), ""));
            } else if (effect instanceof TimedOut timedOut) {
                answer(timedOut.ticket(), encode(Outcome.TIMED_OUT, 0, false, ""));
            } else if (effect instanceof Refused refused) {
                answer(refused.ticket(), encode(Outcome.REFUSED, 0, false, refused.reason()));
            } else if (effect instanceof Withdrawn withdrawn) {
                answer(withdrawn.ticket(), encode(Outcome.WITHDRAWN, 0, false, ""));
            } else if (effect instanceof LeaseTold told) {
                lease.complete(codec.encode(new LeaseAnswer(told.known(), leaseMillis, told.lost())));
            } else {
                log(effect);
            }
        }
    }

    /** The server ends: whoever waits may ask the next one. */
    void withdrawAll() {
        waiting.values().forEach(answer -> answer.complete(encode(Outcome.WITHDRAWN, 0, false, "")));
        waiting.clear();
    }

    private static void log(LockEffect effect) {
        if (effect instanceof Freed freed) {
            LOG.info("{} locks of {}: held → free, {}", freed.locks(), freed.owner(), freed.cause());
        } else if (effect instanceof GraceOver over) {
            LOG.info("locks: grace → granting, {}", over.cause());
        }
    }

    private void answer(Ticket ticket, byte[] bytes) {
        CompletableFuture<byte[]> answer = waiting.remove(ticket);
        if (answer != null) {
            answer.complete(bytes);
        }
    }

    private byte[] encode(Outcome outcome, long token, boolean known, String reason) {
        return codec.encode(new AcquireAnswer(outcome, token, new LeaseAnswer(known, leaseMillis, Set.of()), reason));
    }
}
