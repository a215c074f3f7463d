package org.asterism.lock.internal;

import java.util.LinkedHashSet;
import java.util.Set;

/** A name that an owner gives: a session, or who is blocked while a request waits. There is one object for one name. */
final class Actor {

    private static final Set<Request> NONE = Set.of();

    private final OwnerBook book;
    private final String name;
    private int grants;
    private int held;
    private Set<Request> waits = NONE;
    private Set<Request> blocked = NONE;

    Actor(OwnerBook book, String name) {
        this.book = book;
        this.name = name;
    }

    OwnerBook book() {
        return book;
    }

    String name() {
        return name;
    }

    /** What it holds as a session. */
    int grants() {
        return grants;
    }

    void grants(int change) {
        grants += change;
    }

    /** What it has asked for as a party and is held. */
    int held() {
        return held;
    }

    void held(int change) {
        held += change;
    }

    /** What it waits for as a session. */
    Set<Request> waits() {
        return waits;
    }

    /** What it is blocked by as a party. */
    Set<Request> blocked() {
        return blocked;
    }

    void addWait(Request request) {
        waits = with(waits, request);
    }

    void removeWait(Request request) {
        waits = without(waits, request);
    }

    void addBlocked(Request request) {
        blocked = with(blocked, request);
    }

    void removeBlocked(Request request) {
        blocked = without(blocked, request);
    }

    boolean isSession() {
        return grants > 0 || !waits.isEmpty();
    }

    boolean isUnused() {
        return !isSession() && held == 0 && blocked.isEmpty();
    }

    private static Set<Request> with(Set<Request> requests, Request request) {
        Set<Request> more = requests.isEmpty() ? new LinkedHashSet<>() : requests;
        more.add(request);
        return more;
    }

    private static Set<Request> without(Set<Request> requests, Request request) {
        requests.remove(request);
        return requests.isEmpty() ? NONE : requests;
    }
}
