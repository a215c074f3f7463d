package org.asterism.lock.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.asterism.lock.LockLoss;
import org.asterism.lock.LockMode;
import org.asterism.lock.internal.LockCommand.Acquire;
import org.asterism.lock.internal.LockCommand.Promote;
import org.asterism.lock.internal.LockEffect.Deadlocked;
import org.asterism.lock.internal.LockEffect.Freed;
import org.asterism.lock.internal.LockEffect.GraceOver;
import org.asterism.lock.internal.LockEffect.Granted;
import org.asterism.lock.internal.LockEffect.LeaseTold;
import org.asterism.lock.internal.LockEffect.Lost;
import org.asterism.lock.internal.LockEffect.PromoteLost;
import org.asterism.lock.internal.LockEffect.Refused;
import org.asterism.lock.internal.LockEffect.TimedOut;
import org.asterism.lock.internal.LockEffect.Withdrawn;

/** The lock table in the most simple-minded way: everything is looked at each time. Reasons are left empty. */
final class NaiveLocks {

    final NaiveRules rules = new NaiveRules();
    private final List<LockEffect> told = new ArrayList<>();
    private final Bounds bounds;
    private final Duration lease;
    private final Map<Owner, Duration> contact = new HashMap<>();
    private final Set<Owner> declared = new HashSet<>();
    private Set<Owner> present = Set.of();
    private boolean complete;
    private boolean grace = true;
    private long lastToken;
    private final NaiveMoves moves;

    NaiveLocks(Bounds bounds, Duration lease, Duration keep) {
        this.bounds = bounds;
        this.lease = lease;
        this.moves = new NaiveMoves(this, lease, keep);
    }

    /** What is told, but for deadlocks. */
    List<LockEffect> apply(LockCommand command, Duration now) {
        told.clear();
        List.copyOf(contact.keySet()).forEach(owner -> {
            if (contact.get(owner).plus(lease).compareTo(now) <= 0) {
                free(owner, now);
                declared.removeIf(one -> one.equals(owner) && !present.contains(owner));
            }
        });
        moves.expire(now);
        end(wait -> wait.deadline().compareTo(now) <= 0, ticket -> new TimedOut(ticket, grace));
        serve();
        if (grace && now.compareTo(lease) >= 0) {
            openAll();
        }
        change(command, now);
        serve();
        if (grace && complete && declared.containsAll(present)) {
            openAll();
        }
        return told;
    }

    private void openAll() {
        grace = false;
        told.add(new GraceOver(""));
        serve();
    }

    /** The victim of a deadlock. */
    List<LockEffect> give(Ticket victim) {
        told.clear();
        end(wait -> wait.ticket().equals(victim), ticket -> new Deadlocked(ticket, null));
        serve();
        return told;
    }

    boolean grace() {
        return grace;
    }

    private void change(LockCommand command, Duration now) {
        if (command instanceof Acquire acquire) {
            acquire(acquire, now);
        } else if (command instanceof Promote promote) {
            promote(promote, now);
        } else if (command instanceof LockCommand.Release release) {
            remove(release.ticket());
        } else if (command instanceof LockCommand.Declare declare) {
            declare(declare, now);
        } else if (command instanceof LockCommand.Renew renew) {
            renew(renew, now);
        } else if (command instanceof LockCommand.Force force) {
            List<NaiveLock> taken = rules.held.stream()
                    .filter(lock -> lock.key().equals(force.key()))
                    .toList();
            taken.forEach(lock -> lose(lock, LockLoss.Cause.FORCED));
        } else if (command instanceof LockCommand.Died died) {
            declared.remove(died.owner());
            die(died.owner(), now);
        } else if (command instanceof LockCommand.Disconnected disconnected) {
            end(wait -> wait.ticket().owner().equals(disconnected.owner()), Withdrawn::new);
        } else if (command instanceof LockCommand.Present there) {
            Set<Owner> before = present;
            present = there.owners();
            Set<Owner> replaced = new HashSet<>(contact.keySet());
            replaced.removeIf(owner -> present.stream().noneMatch(other -> other.replaces(owner)));
            replaced.forEach(owner -> die(owner, now));
            declared.removeIf(owner -> before.contains(owner)
                    && !present.contains(owner)
                    && tickets(owner).isEmpty());
        } else if (command instanceof LockCommand.Settled settled) {
            complete |= settled.complete();
        } else {
            move(command, now);
        }
    }

    private void move(LockCommand command, Duration now) {
        if (command instanceof LockCommand.Fetch fetch) {
            moves.fetch(fetch, now);
        } else if (command instanceof LockCommand.Yielded yielded) {
            moves.yielded(yielded, now);
        } else if (command instanceof LockCommand.Discard discard) {
            moves.discard(discard, now);
        } else if (command instanceof LockCommand.Adopt adopt) {
            contact.put(adopt.heir(), now);
            adopt(adopt);
        }
    }

    private void adopt(LockCommand.Adopt adopt) {
        if (!moves.isLeft(adopt)) {
            told.add(new PromoteLost(adopt.ticket(), ""));
        } else if (tickets(adopt.heir()).size() + adopt.locks().size() > bounds.locksPerMember()) {
            told.add(new Refused(adopt.ticket(), ""));
        } else {
            List<NaiveLock> left =
                    moves.left(adopt.session()).subList(0, adopt.locks().size());
            told.add(new Granted(adopt.ticket(), lastToken + 1, left.size(), declared.contains(adopt.heir())));
            for (int i = 0; i < left.size(); i++) {
                lastToken++;
                Ticket ticket = new Ticket(adopt.heir(), adopt.first() + i);
                NaiveLock old = left.get(i);
                rules.held.remove(old);
                rules.held.add(new NaiveLock(ticket, adopt.session(), adopt.party(), old.key(), old.mode(), lastToken));
            }
        }
    }

    /** Whether anything of this session is held or waited for by an owner other than this one. */
    boolean has(String session, Owner except) {
        List<NaiveLock> all = new ArrayList<>();
        for (NaiveLock lock : rules.held) {
            if (NaiveEstate.known(lock.ticket()).equals(lock.ticket())) {
                all.add(lock);
            }
        }
        rules.queue.forEach(wait -> all.add(wait.first()));
        return all.stream()
                .anyMatch(lock -> !lock.ticket().owner().equals(except)
                        && (lock.session().equals(session) || lock.party().equals(session)));
    }

    void tell(LockEffect effect) {
        told.add(effect);
    }

    private void acquire(Acquire acquire, Duration now) {
        contact.put(acquire.owner(), now);
        NaiveWait wait = NaiveWait.of(acquire, now);
        if (NaiveBounds.refuse(bounds, rules, wait)) {
            told.add(new Refused(wait.ticket(), ""));
        } else {
            decide(wait, now);
        }
    }

    private void promote(Promote promote, Duration now) {
        contact.put(promote.owner(), now);
        Ticket ticket = new Ticket(promote.owner(), promote.held());
        NaiveLock lock = rules.held.stream()
                .filter(one -> one.ticket().equals(ticket))
                .findAny()
                .orElse(null);
        if (lock == null) {
            told.add(new PromoteLost(promote.ticket(), ""));
        } else if (lock.mode() != LockMode.OPTIMISTIC || !lock.session().equals(promote.session())) {
            told.add(new Refused(promote.ticket(), ""));
        } else {
            decide(NaiveWait.of(promote, lock, now), now);
        }
    }

    private void decide(NaiveWait wait, Duration now) {
        if (rules.isItsTurn(wait) && (!grace || rules.isMoreOfTheSame(wait))) {
            hold(wait);
        } else if (wait.deadline().equals(now)) {
            told.add(new TimedOut(wait.ticket(), grace));
        } else if (NaiveBounds.refuseToWait(bounds, rules, wait)) {
            told.add(new Refused(wait.ticket(), ""));
        } else {
            rules.enqueue(wait);
        }
    }

    private void declare(LockCommand.Declare declare, Duration now) {
        contact.put(declare.owner(), now);
        Set<Long> lost = new HashSet<>();
        for (LockCommand.Declared one : declare.locks()) {
            Claim claim = one.claim();
            NaiveLock lock = new NaiveLock(
                    claim.ticket(), claim.session(), claim.party(), claim.key(), claim.mode(), one.token());
            lastToken = Math.max(lastToken, one.token());
            boolean leaves = rules.held.stream()
                    .anyMatch(other -> !other.ticket().equals(lock.ticket())
                            && NaiveEstate.known(other.ticket()).equals(lock.ticket()));
            if (!tickets(declare.owner()).contains(lock.ticket()) && (leaves || !restore(lock))) {
                lost.add(lock.ticket().request());
            }
        }
        declared.add(declare.owner());
        told.add(new LeaseTold(declare.owner(), true, lost));
    }

    private boolean restore(NaiveLock lock) {
        List<NaiveLock> conflicts =
                rules.held.stream().filter(lock::conflictsWith).toList();
        if (!conflicts.isEmpty() && !(grace && conflicts.stream().allMatch(other -> other.token() < lock.token()))) {
            return false;
        }
        conflicts.forEach(other -> lose(other, LockLoss.Cause.FREED));
        rules.held.add(lock);
        return true;
    }

    private void renew(LockCommand.Renew renew, Duration now) {
        boolean known = declared.contains(renew.owner());
        Set<Long> lost = new HashSet<>();
        if (known) {
            contact.put(renew.owner(), now);
            List<Ticket> tickets = tickets(renew.owner());
            lost.addAll(renew.requests().toSet());
            tickets.forEach(ticket -> lost.remove(ticket.request()));
            List<NaiveWait> wanted = rules.queue.stream()
                    .filter(wait -> wait.locks().stream().anyMatch(lock -> renew.requests()
                            .contains(lock.ticket().request())))
                    .toList();
            tickets.removeIf(ticket -> ticket.request() > renew.upTo()
                    || renew.requests().contains(ticket.request())
                    || wanted.stream().anyMatch(wait -> wait.has(ticket))
                    || rules.queue.stream().anyMatch(wait -> wait.has(ticket) && last(wait) > renew.upTo()));
            tickets.forEach(this::remove);
        }
        told.add(new LeaseTold(renew.owner(), known, lost));
    }

    private static long last(NaiveWait wait) {
        return wait.ticket().request() + wait.locks().size() - 1;
    }

    /** The oldest whose turn it is, again and again. */
    private void serve() {
        while (!grace) {
            NaiveWait next = null;
            for (int i = 0; i < rules.queue.size() && next == null; i++) {
                next = rules.isItsTurn(rules.queue.get(i)) ? rules.queue.get(i) : null;
            }
            if (next == null) {
                return;
            }
            rules.queue.remove(next);
            hold(next);
        }
    }

    private void hold(NaiveWait wait) {
        if (wait.promoted() != null) {
            drop(wait.promoted());
            List<NaiveLock> others = rules.held.stream()
                    .filter(lock -> lock.mode() == LockMode.OPTIMISTIC)
                    .filter(lock -> lock.key().overlaps(wait.first().key()) && !lock.sameSession(wait.first()))
                    .toList();
            others.forEach(other -> lose(other, LockLoss.Cause.PROMOTED_BY_OTHER));
        }
        told.add(new Granted(
                wait.ticket(),
                lastToken + 1,
                wait.locks().size(),
                declared.contains(wait.ticket().owner())));
        for (NaiveLock lock : wait.locks()) {
            lastToken++;
            rules.held.add(lock.granted(lastToken));
        }
    }

    private void lose(NaiveLock lock, LockLoss.Cause cause) {
        told.add(new Lost(
                NaiveEstate.known(lock.ticket()), lock.session(), lock.key(), lock.mode(), lock.token(), cause, ""));
        drop(lock);
    }

    private void drop(NaiveLock lock) {
        rules.held.remove(lock);
        end(wait -> lock.equals(wait.promoted()), ticket -> new PromoteLost(ticket, ""));
    }

    private void die(Owner owner, Duration now) {
        if (contact.containsKey(owner)) {
            moves.died(owner, now);
        } else {
            moves.isOver(owner, now);
        }
        free(owner, now);
    }

    private void free(Owner owner, Duration now) {
        end(wait -> wait.ticket().owner().equals(owner), Withdrawn::new);
        List<NaiveLock> freed = rules.held.stream()
                .filter(lock -> lock.ticket().owner().equals(owner))
                .toList();
        freed.forEach(this::drop);
        contact.remove(owner);
        moves.isOver(owner, now);
        if (!freed.isEmpty()) {
            told.add(new Freed(owner, freed.size(), ""));
        }
    }

    private void remove(Ticket ticket) {
        rules.held.stream()
                .filter(lock -> NaiveEstate.known(lock.ticket()).equals(ticket))
                .findAny()
                .ifPresent(this::drop);
        end(wait -> wait.has(ticket), Withdrawn::new);
    }

    void end(Predicate<NaiveWait> which, Function<Ticket, LockEffect> effect) {
        for (NaiveWait wait : List.copyOf(rules.queue)) {
            if (which.test(wait)) {
                rules.queue.remove(wait);
                told.add(effect.apply(wait.ticket()));
            }
        }
    }

    private List<Ticket> tickets(Owner owner) {
        List<Ticket> tickets = new ArrayList<>();
        rules.held.forEach(lock -> tickets.add(lock.ticket()));
        rules.queue.forEach(wait -> wait.locks().forEach(lock -> tickets.add(lock.ticket())));
        tickets.removeIf(ticket -> !ticket.owner().equals(owner));
        return tickets;
    }
}
