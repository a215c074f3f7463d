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
    private final Map<MemberId, String> lastSeen = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<MemberId, String> eldest) {
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

    /** This life is here: nobody waits for its id any more. Returns its former lives. */
    Set<Life> back(Life present) {
        Set<Life> former = new HashSet<>();
        String last = lastSeen.put(present.id(), present.incarnation());
        if (last != null) {
            former.add(new Life(present.id(), last));
        }
        Set<Life> awaited = expected.remove(present.id());
        if (awaited != null) {
            former.addAll(awaited);
        }
        former.remove(present);
        dead.remove(present);
        left.remove(present);
        return former;
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
