package org.asterism.hub.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.asterism.cluster.MemberId;
import org.asterism.protocol.ControlMessage.Register;
import org.asterism.protocol.Life;

/**
 * How far those who returned had seen the former hub. A hub announces the loss of each member, so whoever was cut off before
 * it died has seen less than those who stayed; when everyone in the newest view has seen exactly that view, then they stayed
 * to the end and nobody is missing in it. A view of one member alone proves nothing.
 */
final class Memories {

    private final Map<MemberId, Seen> returned = new HashMap<>();
    private Seen newest = new Seen(0, 0);
    private Set<Life> newestView = Set.of();

    /** The last revision of the last epoch that a member has seen. */
    private record Seen(long epoch, long revision) implements Comparable<Seen> {

        private static final Comparator<Seen> ORDER =
                Comparator.comparingLong(Seen::epoch).thenComparingLong(Seen::revision);

        @Override
        public int compareTo(Seen other) {
            return ORDER.compare(this, other);
        }
    }

    void add(Register register) {
        Seen seen = new Seen(register.lastEpoch(), register.lastRevision());
        returned.put(register.member().id(), seen);
        if (seen.compareTo(newest) > 0) {
            newest = seen;
            newestView = new HashSet<>(register.remembered());
            newestView.add(Life.of(register.member()));
        }
    }

    boolean isEmpty() {
        return returned.isEmpty();
    }

    /** Whether everyone in the newest view has seen that view, or is gone for good. */
    boolean confirmed(Predicate<Life> gone) {
        return newestView.size() > 1
                && newestView.stream().allMatch(life -> gone.test(life) || newest.equals(returned.get(life.id())));
    }
}
