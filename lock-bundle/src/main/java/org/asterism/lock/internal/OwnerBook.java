package org.asterism.lock.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What one owner holds and waits for, by ticket numbers, and when it last gave a sign of life. */
final class OwnerBook {

    private final Owner owner;
    private final GrantTable grants = new GrantTable();
    private final TreeMap<Long, Request> waiting = new TreeMap<>();
    private final ActorTable actors = new ActorTable();
    private int waitingLocks;
    private long highest = Long.MIN_VALUE;

    /** When it was heard of last, in nanoseconds; and its neighbours in that order. */
    long contact;

    OwnerBook before;
    OwnerBook after;
    /** Whether it was told that it has nearly as many locks as it may. */
    boolean warned;

    OwnerBook(Owner owner) {
        this.owner = owner;
    }

    Owner owner() {
        return owner;
    }

    GrantTable grants() {
        return grants;
    }

    List<Request> waiting() {
        return List.copyOf(waiting.values());
    }

    Actor actor(String name) {
        return actors.of(this, name);
    }

    /** Whether there is anything of a session, or of a party, with this name. */
    boolean hasActor(String name) {
        return actors.has(name);
    }

    void forgetIfUnused(Actor actor) {
        if (actor.isUnused()) {
            actors.remove(actor);
        }
    }

    void add(Request request) {
        waiting.put(request.first, request);
        waitingLocks += request.size();
    }

    void remove(Request request) {
        waiting.remove(request.first);
        waitingLocks -= request.size();
    }

    /** The request that waits with this ticket; null if there is none. */
    Request waiting(long number) {
        Map.Entry<Long, Request> before = waiting.floorEntry(number);
        return before == null || number - before.getKey() >= before.getValue().size() ? null : before.getValue();
    }

    boolean knows(long number) {
        return grants.find(number) != null || waiting(number) != null;
    }

    /** Those of these that are neither held nor waited for. Mostly all are held, which is seen without asking for each. */
    Set<Long> unknown(TicketNumbers numbers) {
        Set<Long> unknown = new HashSet<>();
        if (grants.count(numbers) < numbers.size()) {
            numbers.forEach(number -> {
                if (!knows(number)) {
                    unknown.add(number);
                }
            });
        }
        return unknown;
    }

    /** Whether a number was used before; those that follow it are the next new ones. */
    boolean isUsed(long number, int count) {
        boolean used = number <= highest;
        highest = Math.max(highest, number + count - 1);
        return used;
    }

    /** Locks that are held or waited for. */
    int size() {
        return grants.size() + waitingLocks;
    }

    /** The grants of this part that are not wanted. */
    List<Grant> unwantedGrants(long afterNumber, long upTo, TicketNumbers wanted) {
        return grants.all(
                grant -> grant.number > afterNumber && grant.number <= upTo && !wanted.contains(grant.number));
    }

    /** The requests of this part of which nothing is wanted. */
    List<Request> unwantedRequests(long afterNumber, long upTo, TicketNumbers wanted) {
        List<Request> unwanted = new ArrayList<>();
        for (Request request : waiting.values()) {
            long last = request.first + request.size() - 1;
            if (request.first > afterNumber && last <= upTo && !wants(request, wanted)) {
                unwanted.add(request);
            }
        }
        return unwanted;
    }

    private static boolean wants(Request request, TicketNumbers wanted) {
        for (Wish wish : request.wishes()) {
            if (wanted.contains(wish.number())) {
                return true;
            }
        }
        return false;
    }
}
