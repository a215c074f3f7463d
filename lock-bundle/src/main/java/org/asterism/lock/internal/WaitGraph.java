package org.asterism.lock.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who waits for whom: the party of a waiting request waits for the parties of the grants and of the older requests that stand in
 * its way. (An older request of the same party is merely a queue.)
 */
final class WaitGraph {

    private final LockIndex index;
    private final Obstacles obstacles;

    WaitGraph(LockIndex index, Obstacles obstacles) {
        this.index = index;
        this.obstacles = obstacles;
    }

    /** The wishes of a shortest cycle through this party: each waits for the party of the next one, the last for the first. */
    Optional<List<Wish>> cycle(Actor party) {
        return new Walk(party).run();
    }

    /** @param before null at the begin */
    private record Step(Request request, Step before, Wish through) {}

    /** One breadth-first walk. */
    private final class Walk {

        private final Actor goal;
        private final Set<Actor> seen = new HashSet<>();
        private final Deque<Step> open = new ArrayDeque<>();
        private final Sweep sweep = new Sweep(index);
        private Optional<List<Wish>> found = Optional.empty();

        Walk(Actor goal) {
            this.goal = goal;
        }

        Optional<List<Wish>> run() {
            goal.blocked().forEach(request -> open.add(new Step(request, null, null)));
            while (!open.isEmpty() && found.isEmpty()) {
                walk(open.remove());
            }
            return found;
        }

        private void walk(Step step) {
            for (Wish wish : step.request.wishes()) {
                if (obstacles.anyGrant(wish, grant -> reach(step, wish, grant.party))) {
                    return;
                }
            }
            sweep.olderThan(step.request, obstacles.uncounted(step.request), (wish, other) -> {
                boolean unused = other.party != wish.party && reach(step, wish, other.party);
                return other.party != wish.party;
            });
        }

        /** Whether the goal is reached. */
        private boolean reach(Step step, Wish wish, Actor party) {
            if (party == goal && found.isEmpty()) {
                found = Optional.of(path(step, wish));
            } else if (party != goal && seen.add(party)) {
                party.blocked().forEach(request -> open.add(new Step(request, step, wish)));
            }
            return found.isPresent();
        }

        private List<Wish> path(Step last, Wish lastWish) {
            List<Wish> path = new ArrayList<>(List.of(lastWish));
            for (Step step = last; step.before() != null; step = step.before()) {
                path.add(step.through());
            }
            Collections.reverse(path);
            return path;
        }
    }
}
