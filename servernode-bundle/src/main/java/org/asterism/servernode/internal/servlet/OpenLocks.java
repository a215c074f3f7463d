package org.asterism.servernode.internal.servlet;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.asterism.lock.LockSession;

/**
 * The lock sessions that HTTP sessions have in this JVM, by their openings. Static, because a mark comes out of the database and
 * knows nobody.
 */
public final class OpenLocks {

    private static final Map<String, LockSession> OPEN = new ConcurrentHashMap<>();
    /** What is replaced by the thread just now: its lock session goes on. */
    private static final ThreadLocal<String> REPLACED = new ThreadLocal<>();

    private static volatile Consumer<LockMark> others = mark -> {};

    private OpenLocks() {}

    /** @param newOthers told of lock sessions that are over and are not open here */
    static void announceTo(Consumer<LockMark> newOthers) {
        others = newOthers;
    }

    static void add(LockMark mark, LockSession session) {
        OPEN.put(mark.opening(), session);
    }

    /** One that was closed or has moved is forgotten. */
    static Optional<LockSession> find(LockMark mark) {
        LockSession session = OPEN.get(mark.opening());
        if (session != null && !session.isOpen()) {
            OPEN.remove(mark.opening(), session);
            return Optional.empty();
        }
        return Optional.ofNullable(session);
    }

    /** Puts another mark into the place of this one, which has the same lock session. */
    static void replacing(LockMark mark, Runnable put) {
        REPLACED.set(mark.opening());
        try {
            put.run();
        } finally {
            REPLACED.remove();
        }
    }

    /** The HTTP session of this lock session is over, or has another one. */
    static void unbound(LockMark mark) {
        if (mark.opening().equals(REPLACED.get())) {
            return;
        }
        LockSession session = OPEN.remove(mark.opening());
        if (session != null && session.isOpen()) {
            session.close();
        } else {
            others.accept(mark);
        }
    }

    /** Nothing is open here any more; nobody is told, for other nodes may go on with it. */
    public static void forgetAll() {
        others = mark -> {};
        OPEN.clear();
    }
}
