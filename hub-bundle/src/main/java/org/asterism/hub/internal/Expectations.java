package org.asterism.hub.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.asterism.cluster.Member;
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
    private final Map<MemberId, Member> lastSeen = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<MemberId, Member> eldest) {
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
     * This life is here: nobody waits for its id any more. Returns the lives of it that are over by that; not the one seen
     * last if it began later, for then this one speaks from the past: what a process said before it died may be heard after
     * its successor. Of those who are only remembered it is not known when they began: they count as former lives.
     */
    Set<Life> back(Member member) {
        Life present = Life.of(member);
        Set<Life> former = new HashSet<>();
        Member last = lastSeen.get(member.id());
        boolean late = last != null && last.since().isAfter(member.since());
        if (last != null && !late) {
            former.add(Life.of(last));
        }
        if (!late) {
            lastSeen.put(member.id(), member);
        }
        Set<Life> awaited = expected.remove(member.id());
        if (awaited != null) {
            former.addAll(awaited);
        }
        if (late) {
            former.remove(Life.of(last));
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
