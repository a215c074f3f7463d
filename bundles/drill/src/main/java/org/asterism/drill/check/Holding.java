package org.asterism.drill.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.asterism.drill.history.Attempt;
import org.asterism.drill.history.Grant;
import org.asterism.drill.history.History;
import org.asterism.drill.history.Modes;
import org.asterism.lock.LockRequest;

/** Who cannot be served before somebody lets go of what it holds. */
final class Holding {

    private final List<Attempt> attempts;
    private final List<Grant> grants;

    Holding(History history) {
        this.attempts = history.attempts();
        this.grants = history.grants();
    }

    /**
     * Whether something that the session of {@code served} held at that time was in the way of {@code waiting}, or of somebody in
     * whose queue it was, and so on. It was served between when it asked and when it knew; what was released before counts for nothing.
     */
    boolean holdsBack(Attempt served, Attempt waiting) {
        long begin = served.asked();
        long end = served.end().orElseThrow();
        List<Grant> held = grants.stream()
                .filter(grant -> grant.session().equals(served.session())
                        && !grant.attempt().equals(served.id())
                        && grant.from() <= end
                        && grant.released().orElse(Long.MAX_VALUE) >= begin)
                .toList();
        List<Attempt> others = new ArrayList<>(attempts.stream()
                .filter(attempt -> !attempt.session().equals(served.session())
                        && attempt.asked() <= end
                        && attempt.end().orElse(Long.MAX_VALUE) >= begin)
                .toList());
        List<Attempt> heldBack = take(others, attempt -> held.stream().anyMatch(grant -> isInTheWay(grant, attempt)));
        for (int i = 0; i < heldBack.size(); i++) {
            Attempt before = heldBack.get(i);
            heldBack.addAll(take(others, before::conflicts));
        }
        return heldBack.contains(waiting);
    }

    private static List<Attempt> take(List<Attempt> from, Predicate<Attempt> which) {
        List<Attempt> taken = new ArrayList<>(from.stream().filter(which).toList());
        from.removeAll(taken);
        return taken;
    }

    private static boolean isInTheWay(Grant grant, Attempt attempt) {
        return attempt.locks().stream().anyMatch(lock -> isInTheWay(grant, lock));
    }

    private static boolean isInTheWay(Grant grant, LockRequest lock) {
        return Modes.exclude(grant.mode(), lock.mode()) && grant.key().overlaps(lock.key());
    }
}
