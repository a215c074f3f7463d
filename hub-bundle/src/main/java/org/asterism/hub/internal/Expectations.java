package org.asterism.hub.internal;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.asterism.cluster.MemberId;
import org.asterism.protocol.Life;

/** Who a warming hub waits for: everyone that returning members remember, less the dead; and which lives have ended. */
final class Expectations {

    private static final int MAX_REMEMBERED = 4096;

    private final Set<Life> expected = new HashSet<>();
    private final Set<Life> dead = new LinkedHashSet<>();
    private final Map<MemberId, String> lastSeen = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<MemberId, String> eldest) {
            return size() > MAX_REMEMBERED;
        }
    };
    private boolean someoneReturned;

    void returned() {
        someoneReturned = true;
    }

    /** False if it is known to be dead. */
    boolean expect(Life life) {
        if (dead.contains(life)) {
            return false;
        }
        expected.add(life);
        return true;
    }

    /** This life is here: nobody waits for its id any more. Returns its former lives. */
    Set<Life> back(Life present) {
        Set<Life> former = new HashSet<>();
        String last = lastSeen.put(present.id(), present.incarnation());
        if (last != null && !last.equals(present.incarnation())) {
            former.add(new Life(present.id(), last));
        }
        expected.stream().filter(life -> life.id().equals(present.id())).forEach(former::add);
        expected.removeAll(former);
        former.remove(present);
        return former;
    }

    /** False if that is known already. */
    boolean died(Life life) {
        expected.remove(life);
        boolean news = dead.add(life);
        if (dead.size() > MAX_REMEMBERED) {
            dead.remove(dead.iterator().next());
        }
        return news;
    }

    /** Everyone who is remembered is accounted for; nobody knows as long as nobody has returned. */
    boolean met() {
        return someoneReturned && expected.isEmpty();
    }
}
