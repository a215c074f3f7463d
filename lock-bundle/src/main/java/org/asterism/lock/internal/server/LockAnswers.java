package org.asterism.lock.internal.server;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
            before.complete(codec.encode(AcquireAnswer.WITHDRAWN));
        }
    }

    void refuse(CompletableFuture<byte[]> answer, String reason) {
        answer.complete(codec.encode(AcquireAnswer.without(Outcome.REFUSED, reason)));
    }

    void tell(List<LockEffect> effects) {
        tell(effects, new CompletableFuture<>());
    }

    /** @param lease waits for what is told of a lease */
    void tell(List<LockEffect> effects, CompletableFuture<byte[]> lease) {
        for (LockEffect effect : effects) {
            if (effect instanceof Granted granted) {
                answer(
                        granted.first(),
                        codec.encode(AcquireAnswer.granted(granted.firstToken(), granted.known(), leaseMillis)));
            } else if (effect instanceof TimedOut timedOut) {
                answer(timedOut.first(), codec.encode(AcquireAnswer.without(Outcome.TIMED_OUT, "")));
            } else if (effect instanceof Refused refused) {
                answer(refused.first(), codec.encode(AcquireAnswer.without(Outcome.REFUSED, refused.reason())));
            } else if (effect instanceof Withdrawn withdrawn) {
                answer(withdrawn.first(), codec.encode(AcquireAnswer.WITHDRAWN));
            } else if (effect instanceof LeaseTold told) {
                lease.complete(codec.encode(new LeaseAnswer(told.known(), leaseMillis, told.lost())));
            } else {
                log(effect);
            }
        }
    }

    /** The server ends: whoever waits may ask the next one. */
    void withdrawAll() {
        waiting.values().forEach(answer -> answer.complete(codec.encode(AcquireAnswer.WITHDRAWN)));
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
}
