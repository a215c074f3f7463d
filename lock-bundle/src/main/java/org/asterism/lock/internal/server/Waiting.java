package org.asterism.lock.internal.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.asterism.lock.internal.LockEffect;
import org.asterism.lock.internal.LockEffect.Deadlocked;
import org.asterism.lock.internal.LockEffect.Fetched;
import org.asterism.lock.internal.LockEffect.Granted;
import org.asterism.lock.internal.LockEffect.LeaseTold;
import org.asterism.lock.internal.LockEffect.PromoteLost;
import org.asterism.lock.internal.LockEffect.Refused;
import org.asterism.lock.internal.LockEffect.TimedOut;
import org.asterism.lock.internal.LockEffect.Withdrawn;
import org.asterism.lock.internal.Owner;
import org.asterism.lock.internal.Ticket;

/** Who waits for an answer to what. Not thread-safe. */
final class Waiting {

    private final Map<Ticket, CompletableFuture<byte[]>> requests = new HashMap<>();
    private final Map<Owner, CompletableFuture<byte[]>> leases = new HashMap<>();
    private final Map<Move, CompletableFuture<byte[]>> moves = new HashMap<>();
    private final List<Outcome> replaced = new ArrayList<>();

    private record Move(Owner owner, String session) {}

    /** This request waits; if it is asked again whoever waited for it before has no answer to expect. */
    void expect(Ticket ticket, CompletableFuture<byte[]> answer) {
        CompletableFuture<byte[]> before = requests.put(ticket, answer);
        if (before != null) {
            replaced.add(new Outcome(new Withdrawn(ticket), Optional.of(before)));
        }
    }

    /** What the next command tells of the lease of this owner is the answer. */
    void expectLease(Owner owner, CompletableFuture<byte[]> answer) {
        leases.put(owner, answer);
    }

    /** What the next command tells of this session to this owner is the answer. */
    void expectMove(Owner owner, String session, CompletableFuture<byte[]> answer) {
        moves.put(new Move(owner, session), answer);
    }

    /** Who has to hear of these effects, in order. */
    List<Outcome> outcomes(List<LockEffect> effects) {
        if (effects.size() == 1 && replaced.isEmpty()) {
            return List.of(outcome(effects.get(0)));
        }
        List<Outcome> outcomes = new ArrayList<>(replaced);
        replaced.clear();
        effects.forEach(effect -> outcomes.add(outcome(effect)));
        return outcomes;
    }

    private Outcome outcome(LockEffect effect) {
        return new Outcome(effect, Optional.ofNullable(taken(effect)));
    }

    private CompletableFuture<byte[]> taken(LockEffect effect) {
        if (effect instanceof Granted granted) {
            return requests.remove(granted.first());
        } else if (effect instanceof TimedOut timedOut) {
            return requests.remove(timedOut.first());
        } else if (effect instanceof Withdrawn withdrawn) {
            return requests.remove(withdrawn.first());
        } else if (effect instanceof Refused refused) {
            return requests.remove(refused.first());
        } else if (effect instanceof Deadlocked deadlocked) {
            return requests.remove(deadlocked.first());
        } else if (effect instanceof PromoteLost lost) {
            return requests.remove(lost.first());
        } else if (effect instanceof LeaseTold told) {
            return leases.remove(told.owner());
        } else if (effect instanceof Fetched fetched) {
            return moves.remove(new Move(fetched.heir(), fetched.session()));
        }
        return null;
    }

    /** The server ends. */
    List<Outcome> withdrawAll() {
        List<Outcome> outcomes = new ArrayList<>();
        requests.forEach((ticket, answer) -> outcomes.add(new Outcome(new Withdrawn(ticket), Optional.of(answer))));
        requests.clear();
        leases.clear();
        moves.clear();
        return outcomes;
    }
}
