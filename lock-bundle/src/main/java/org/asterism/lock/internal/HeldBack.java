package org.asterism.lock.internal;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which requests cannot be served before a session lets go: those that conflict with one of its grants, and those that wait
 * behind such a one. They are no reason for that session to wait. (A request does not wait behind another one that is itself
 * held back by the first one's session.)
 */
final class HeldBack {

    private final LockIndex index;

    HeldBack(LockIndex index) {
        this.index = index;
    }

    /** Of the requests older than this one that are in its way directly or indirectly. */
    Set<Request> by(Actor session, Request request) {
        if (session.grants() == 0) {
            return Set.of();
        }
        NavigableSet<Request> older = olderThan(request);
        if (older.stream().noneMatch(one -> isHeldBy(session, one))) {
            return Set.of();
        }
        Map<Actor, Integer> columns = columns(session, older);
        Map<Request, BitSet> rows = new HashMap<>();
        Set<Request> heldBack = new HashSet<>();
        for (Request one : older) {
            BitSet row = row(one, columns, rows);
            rows.put(one, row);
            if (row.get(columns.get(session))) {
                heldBack.add(one);
            }
        }
        return heldBack;
    }

    private NavigableSet<Request> olderThan(Request request) {
        NavigableSet<Request> older = new TreeSet<>();
        Deque<Request> open = new ArrayDeque<>();
        open.add(request);
        Sweep sweep = new Sweep(index);
        while (!open.isEmpty()) {
            sweep.olderThan(open.remove(), Set.of(), (wish, other) -> {
                if (older.add(other.request)) {
                    open.add(other.request);
                }
                return true;
            });
        }
        return older;
    }

    private boolean isHeldBy(Actor session, Request request) {
        for (Wish wish : request.wishes()) {
            if (Obstacles.anyGrant(index, wish, grant -> grant.session == session)) {
                return true;
            }
        }
        return false;
    }

    private static Map<Actor, Integer> columns(Actor session, Set<Request> requests) {
        Map<Actor, Integer> columns = new HashMap<>();
        columns.put(session, 0);
        for (Request request : requests) {
            if (request.session.grants() > 0) {
                columns.putIfAbsent(request.session, columns.size());
            }
        }
        return columns;
    }

    /** By which sessions the request is held back; those older than it are known. */
    private BitSet row(Request request, Map<Actor, Integer> columns, Map<Request, BitSet> rows) {
        BitSet row = new BitSet(columns.size());
        for (Wish wish : request.wishes()) {
            boolean unused = Obstacles.anyGrant(index, wish, grant -> {
                Integer column = columns.get(grant.session);
                if (column != null) {
                    row.set(column);
                }
                return false;
            });
        }
        Integer own = columns.get(request.session);
        new Sweep(index).olderThan(request, Set.of(), (wish, other) -> {
            BitSet behind = rows.get(other.request);
            if (own == null || !behind.get(own)) {
                row.or(behind);
            }
            return true;
        });
        return row;
    }
}
