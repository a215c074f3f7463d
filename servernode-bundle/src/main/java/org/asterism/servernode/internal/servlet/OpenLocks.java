package org.asterism.servernode.internal.servlet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.asterism.lock.LockSession;

/** The lock sessions of HTTP sessions that were opened in this JVM. Static, because a mark comes out of the database and knows nobody. */
public final class OpenLocks {

    private static final Map<String, LockSession> OPEN = new ConcurrentHashMap<>();
    private static volatile Consumer<String> others = id -> {};

    private OpenLocks() {}

    /** @param newOthers told the ids of lock sessions that are over and were opened elsewhere */
    public static void announceTo(Consumer<String> newOthers) {
        others = newOthers;
    }

    static void add(LockSession session) {
        OPEN.put(session.id(), session);
    }

    static void remove(LockSession session) {
        OPEN.remove(session.id(), session);
    }

    static Optional<LockSession> find(String id) {
        return Optional.ofNullable(OPEN.get(id));
    }

    /** The HTTP session of this lock session is over, or has another one. */
    static void end(String id) {
        if (!endHere(id)) {
            others.accept(id);
        }
    }

    /** @return whether it was open here */
    public static boolean endHere(String id) {
        LockSession session = OPEN.remove(id);
        if (session != null) {
            session.close();
        }
        return session != null;
    }

    /** Ends all of them; nobody is told any more. */
    public static void endAll() {
        others = id -> {};
        List.copyOf(OPEN.keySet()).forEach(OpenLocks::endHere);
    }
}
