package org.asterism.hub.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.asterism.cluster.MemberId;
import org.asterism.protocol.Life;

/** Who is waited for: everyone that returning members remember, less the dead; and which lives have ended. */
final class Expectations {

    private static final int MAX_REMEMBERED = 4096;

    /** What becomes of a life that somebody remembers. */
    enum Outlook {
        EXPECTED,
        LEFT,
        DEAD
    }

    private final Map<MemberId, Set<Life>> expected = new HashMap<>();
    private final Set<Life> dead = new LinkedHashSet<>();
    private final Set<Life> left = new LinkedHashSet<>();
    private final Map<MemberId, Life> lastSeen = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<MemberId, Life> eldest) {
            return size() > MAX_REMEMBERED;
        }
    };

    /** Waits for it unless it is known to come no more. */
    Outlook expect(Life life) {
        if (dead.contains(life) || left.contains(life)) {
            return dead.contains(life) ? Outlook.DEAD : Outlook.LEFT;
        }
        expected.computeIfAbsent(life.id(), id -> new HashSet<>()).add(life);
        return Outlook.EXPECTED;
    }

    /**
     * This life is here: earlier ones of its id are over and not waited for any more. Returns them. A later one that was seen
     * is not: then this one speaks from the past, for what a process said before it died may be heard after its successor.
     */
    Set<Life> back(Life present) {
        Set<Life> former = new HashSet<>(expected.getOrDefault(present.id(), Set.of()));
        Life last = lastSeen.getOrDefault(present.id(), present);
        former.add(last);
        if (!last.isAfter(present)) {
            lastSeen.put(present.id(), present);
        }
        former.removeIf(life -> life.isAfter(present) || life.equals(present));
        former.forEach(this::forget);
        forget(present);
        dead.remove(present);
        left.remove(present);
        return former;
    }

    /** Whether a life of the same member that began later is waited for. */
    boolean awaitsLater(Life life) {
        return expected.getOrDefault(life.id(), Set.of()).stream().anyMatch(awaited -> awaited.isAfter(life));
    }

    /** It is not waited for any more. */
    void left(Life life) {
        forget(life);
        addBounded(left, life);
    }

    /** False if that is known already. */
    boolean died(Life life) {
        forget(life);
        return addBounded(dead, life);
    }

    private void forget(Life life) {
        expected.computeIfPresent(life.id(), (id, lives) -> lives.remove(life) && lives.isEmpty() ? null : lives);
    }

    private static boolean addBounded(Set<Life> lives, Life life) {
        boolean news = lives.add(life);
        if (lives.size() > MAX_REMEMBERED) {
            lives.remove(lives.iterator().next());
        }
        return news;
    }

    /** It left or died. */
    boolean isGone(Life life) {
        return dead.contains(life) || left.contains(life);
    }

    /** Everyone who is expected is back or dead. */
    boolean met() {
        return expected.isEmpty();
    }
}
