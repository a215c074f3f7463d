package org.asterism.lock.internal.server;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.asterism.lock.Deadlock;
import org.asterism.lock.internal.LockEffect;
import org.asterism.lock.internal.LockEffect.DeadlockFound;
import org.asterism.lock.internal.LockEffect.Deadlocked;
import org.asterism.lock.internal.LockEffect.Fetched;
import org.asterism.lock.internal.LockEffect.Granted;
import org.asterism.lock.internal.LockEffect.LeaseTold;
import org.asterism.lock.internal.LockEffect.Lost;
import org.asterism.lock.internal.LockEffect.PromoteLost;
import org.asterism.lock.internal.LockEffect.Refused;
import org.asterism.lock.internal.LockEffect.TimedOut;
import org.asterism.lock.internal.cbor.AcquireAnswer;
import org.asterism.lock.internal.cbor.LeaseAnswer;
import org.asterism.lock.internal.cbor.LockCodec;
import org.asterism.lock.internal.cbor.MoveAnswer;

/** Brings what came of commands to those who have to hear of it. Thread-safe. */
final class LockAnswers {

    private static final String GRACE =
            "the lock server has just started and grants nothing yet, for others may hold locks from before";

    private final LockCodec codec;
    private final long leaseMillis;
    private final LossNotices losses;
    private final DeadlockReports deadlocks;

    LockAnswers(LockCodec codec, Duration lease, LossNotices losses, DeadlockReports deadlocks) {
        this.codec = codec;
        this.leaseMillis = lease.toMillis();
        this.losses = losses;
        this.deadlocks = deadlocks;
    }

    /** Tells these, in order; who is given up to end a deadlock hears of it as soon as everything is known of it. */
    void tell(List<Outcome> outcomes) {
        Map<Deadlock, CompletionStage<Deadlock>> found = Map.of();
        for (Outcome outcome : outcomes) {
            LockEffect effect = outcome.effect();
            if (effect instanceof DeadlockFound deadlock) {
                found = new LinkedHashMap<>(found);
                found.put(deadlock.deadlock(), deadlocks.report(deadlock.deadlock()));
            } else if (effect instanceof Deadlocked victim) {
                CompletionStage<Deadlock> whole = found.get(victim.deadlock());
                outcome.waits().ifPresent(answer -> giveUp(answer, victim.deadlock(), whole));
            } else if (outcome.waits().isPresent()) {
                outcome.waits().get().complete(answer(effect));
            } else {
                EffectLog.log(effect);
            }
        }
        if (outcomes.size() > 1 || (!outcomes.isEmpty() && outcomes.get(0).effect() instanceof Lost)) {
            losses.tell(outcomes);
        }
    }

    private void giveUp(CompletableFuture<byte[]> answer, Deadlock deadlock, CompletionStage<Deadlock> whole) {
        CompletionStage<Deadlock> known = whole == null ? CompletableFuture.completedStage(deadlock) : whole;
        var unused = known.thenAccept(report -> answer.complete(codec.encode(AcquireAnswer.deadlocked(report))));
    }

    private byte[] answer(LockEffect effect) {
        if (effect instanceof LeaseTold told) {
            return codec.encode(new LeaseAnswer(told.known(), leaseMillis, told.lost()));
        }
        if (effect instanceof Fetched fetched) {
            return codec.encode(new MoveAnswer(fetched.ready(), fetched.locks()));
        }
        return codec.encode(decision(effect));
    }

    private AcquireAnswer decision(LockEffect effect) {
        if (effect instanceof Granted granted) {
            return AcquireAnswer.granted(granted.firstToken(), granted.known(), leaseMillis);
        } else if (effect instanceof TimedOut timedOut) {
            return AcquireAnswer.without(AcquireAnswer.Outcome.TIMED_OUT, timedOut.grace() ? GRACE : "");
        } else if (effect instanceof Refused refused) {
            return AcquireAnswer.without(AcquireAnswer.Outcome.REFUSED, refused.reason());
        } else if (effect instanceof PromoteLost lost) {
            return AcquireAnswer.without(AcquireAnswer.Outcome.LOST, lost.reason());
        }
        return AcquireAnswer.WITHDRAWN;
    }
}
