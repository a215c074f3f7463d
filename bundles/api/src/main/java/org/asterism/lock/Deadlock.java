package org.asterism.lock;

import java.time.Duration;
import java.util.List;
import org.asterism.cluster.MemberId;

/**
 * Requests that wait for each other in a circle: each link waits for a lock that the next one holds (or waits for earlier), the
 * last for the first.
 *
 * @param victim index in {@code cycle} of the one that was given up, −1 if none was
 */
public record Deadlock(List<Link> cycle, int victim) {

    public Deadlock {
        cycle = List.copyOf(cycle);
    }

    /**
     * @param party the thread that waits, or the session if no thread does
     * @param waitsFor what it asked for
     * @param age since it asked
     * @param stack where its thread stands, top first; empty if that could not be learnt in time
     */
    public record Link(
            MemberId member,
            String session,
            String party,
            LockKey waitsFor,
            LockMode mode,
            Duration age,
            List<String> stack) {

        public Link {
            stack = List.copyOf(stack);
        }
    }
}
