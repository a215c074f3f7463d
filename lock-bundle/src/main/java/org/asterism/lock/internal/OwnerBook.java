package org.asterism.lock.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What one owner holds and waits for, by the numbers of its requests, and when it last gave a sign of life. */
final class OwnerBook {

    private final Owner owner;
    private final Map<Long, Grant> grants = new TreeMap<>();
    private final Map<Long, Waiter> waiters = new TreeMap<>();
    private Duration contact;

    OwnerBook(Owner owner, Duration contact) {
        this.owner = owner;
        this.contact = contact;
    }

    Owner owner() {
        return owner;
    }

    Map<Long, Grant> grants() {
        return grants;
    }

    Map<Long, Waiter> waiters() {
        return waiters;
    }

    Optional<Grant> grant(long request) {
        return Optional.ofNullable(grants.get(request));
    }

    Optional<Waiter> waiter(long request) {
        return Optional.ofNullable(waiters.get(request));
    }

    /** What the owner does not mention though it could have. */
    List<Long> unwanted(long upTo, Set<Long> wanted) {
        return Stream.concat(grants.keySet().stream(), waiters.keySet().stream())
                .filter(request -> request <= upTo && !wanted.contains(request))
                .toList();
    }

    int size() {
        return grants.size() + waiters.size();
    }

    boolean knows(long request) {
        return grants.containsKey(request) || waiters.containsKey(request);
    }

    void contact(Duration now) {
        contact = now;
    }

    Duration contact() {
        return contact;
    }
}
