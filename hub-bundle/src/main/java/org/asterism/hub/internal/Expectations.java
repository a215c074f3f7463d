package org.asterism.hub.internal;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.asterism.cluster.MemberId;
import org.asterism.protocol.Life;

/** Who a warming hub waits for: everyone that returning members remember, less the dead. */
final class Expectations {

    private static final int MAX_DEAD = 4096;

    private final Set<Life> expected = new HashSet<>();
    private final Set<Life> dead = new LinkedHashSet<>();
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

    void back(MemberId id) {
        expected.removeIf(life -> life.id().equals(id));
    }

    void died(Life life) {
        expected.remove(life);
        dead.add(life);
        if (dead.size() > MAX_DEAD) {
            dead.remove(dead.iterator().next());
        }
    }

    /** Everyone who is remembered is accounted for; nobody knows as long as nobody has returned. */
    boolean met() {
        return someoneReturned && expected.isEmpty();
    }
}
