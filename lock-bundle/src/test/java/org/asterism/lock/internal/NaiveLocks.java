package org.asterism.lock.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;

/** The rules of the lock table in the most simple-minded way: two lists, and everything is looked at each time. */
final class NaiveLocks {

    private record Wait(Claim claim, Duration deadline, boolean privileged) {}

    final List<Claim> held = new ArrayList<>();
    private final Set<String> told = new LinkedHashSet<>();
    private final Duration lease;
    private final Map<Owner, Duration> contact = new HashMap<>();
    private final Set<Owner> declared = new HashSet<>();
    private List<Wait> queue = new ArrayList<>();
    private Set<Owner> present = Set.of();
    private boolean complete;
    private boolean grace = true;

    NaiveLocks(Duration lease) {
        this.lease = lease;
    }

    /** What is told, without order and tokens. */
    Set<String> apply(LockCommand command, Duration now) {
        told.clear();
        Set<Owner> over = new HashSet<>(contact.keySet());
        over.removeIf(owner -> contact.get(owner).plus(lease).compareTo(now) > 0);
        over.forEach(this::free);
        end(wait -> wait.deadline.compareTo(now) <= 0, "timed out");
        grace &= now.compareTo(lease) < 0;
        serve();
        change(command, now);
        grace &= !(complete && declared.containsAll(present));
        serve();
        contact.keySet()
                .removeIf(owner -> held.stream()
                                .noneMatch(claim -> claim.owner().equals(owner))
                        && queue.stream().noneMatch(wait -> wait.claim.owner().equals(owner)));
        return Set.copyOf(told);
    }

    boolean grace() {
        return grace;
    }

    int waiting() {
        return queue.size();
    }

    private void change(LockCommand command, Duration now) {
        if (command instanceof LockCommand.Acquire acquire) {
            contact.put(acquire.claim().owner(), now);
            acquire(
                    acquire.claim(),
                    now.plus(acquire.patience()),
                    acquire.patience().isZero());
        } else if (command instanceof LockCommand.Release release) {
            remove(release.ticket());
        } else if (command instanceof LockCommand.Declare declare) {
            contact.put(declare.owner(), now);
            declare.locks().forEach(lock -> restore(lock.claim()));
            declared.add(declare.owner());
        } else if (command instanceof LockCommand.Renew renew && declared.contains(renew.owner())) {
            contact.put(renew.owner(), now);
            tickets(renew.owner()).stream()
                    .filter(ticket -> ticket.request() <= renew.upTo()
                            && !renew.requests().contains(ticket.request()))
                    .forEach(this::remove);
        } else if (command instanceof LockCommand.Died died) {
            declared.remove(died.owner());
            free(died.owner());
        } else if (command instanceof LockCommand.Disconnected disconnected) {
            end(wait -> wait.claim.owner().equals(disconnected.owner()), "withdrawn");
        } else if (command instanceof LockCommand.Present now1) {
            present = now1.owners();
            Set<Owner> replaced = new HashSet<>(contact.keySet());
            replaced.removeIf(owner -> present.stream().noneMatch(other -> other.replaces(owner)));
            replaced.forEach(this::free);
            declared.removeIf(
                    owner -> !present.contains(owner) && tickets(owner).isEmpty());
        } else if (command instanceof LockCommand.Settled settled) {
            complete |= settled.complete();
        }
    }

    private void acquire(Claim claim, Duration deadline, boolean impatient) {
        boolean mineHere = held.stream().anyMatch(other -> other.key().equals(claim.key()) && claim.sameSession(other));
        boolean waitsHere = queue.stream().anyMatch(wait -> wait.claim.key().equals(claim.key()));
        if (free(claim) && (mineHere || (!grace && !waitsHere))) {
            hold(claim);
        } else if (impatient) {
            told.add("timed out " + claim.ticket());
        } else {
            queue.add(new Wait(claim, deadline, mineHere));
        }
    }

    private void restore(Claim claim) {
        if (free(claim)) {
            held.add(claim);
        }
    }

    /** The privileged first, else in order; a key whose first waiter cannot be served serves nobody. */
    private void serve() {
        Set<LockKey> blocked = new HashSet<>();
        while (!grace) {
            Wait next = first(true, blocked);
            next = next == null ? first(false, blocked) : next;
            if (next == null) {
                return;
            }
            if (free(next.claim)) {
                queue.remove(next);
                hold(next.claim);
            } else {
                blocked.add(next.claim.key());
            }
        }
    }

    private Wait first(boolean privileged, Set<LockKey> blocked) {
        return queue.stream()
                .filter(wait -> wait.privileged == privileged && !blocked.contains(wait.claim.key()))
                .findFirst()
                .orElse(null);
    }

    private boolean free(Claim claim) {
        return held.stream()
                .filter(other -> other.key().equals(claim.key()) && !other.sameSession(claim))
                .allMatch(other -> other.mode() == LockMode.SHARED && claim.mode() == LockMode.SHARED);
    }

    private void hold(Claim claim) {
        held.add(claim);
        told.add("granted " + claim.ticket());
    }

    private void free(Owner owner) {
        held.removeIf(claim -> claim.owner().equals(owner));
        end(wait -> wait.claim.owner().equals(owner), "withdrawn");
    }

    private void remove(Ticket ticket) {
        held.removeIf(claim -> claim.ticket().equals(ticket));
        end(wait -> wait.claim.ticket().equals(ticket), "withdrawn");
    }

    private void end(Predicate<Wait> which, String what) {
        queue.stream().filter(which).forEach(wait -> told.add(what + " " + wait.claim.ticket()));
        queue = new ArrayList<>(queue.stream().filter(which.negate()).toList());
    }

    private List<Ticket> tickets(Owner owner) {
        List<Ticket> tickets = new ArrayList<>(held.stream().map(Claim::ticket).toList());
        queue.forEach(wait -> tickets.add(wait.claim.ticket()));
        tickets.removeIf(ticket -> !ticket.owner().equals(owner));
        return tickets;
    }
}
