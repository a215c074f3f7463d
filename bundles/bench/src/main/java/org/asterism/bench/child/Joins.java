package org.asterism.bench.child;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.asterism.bench.BenchException;
import org.asterism.cluster.ClusterEvent;
import org.asterism.cluster.ClusterListener;
import org.asterism.cluster.ClusterView;

/** Hears of joins for many members at once and remembers when the last of them heard. */
final class Joins implements ClusterListener {

    private final ConcurrentHashMap<String, Heard> joins = new ConcurrentHashMap<>();

    private static final class Heard {
        private final Semaphore times = new Semaphore(0);
        private volatile long last;
    }

    @Override
    public void changed(ClusterEvent event, ClusterView before, ClusterView after) {
        if (event instanceof ClusterEvent.MemberJoined joined) {
            Heard heard = heard(joined.member().id().value());
            long now = System.nanoTime();
            synchronized (heard) {
                heard.last = heard.times.availablePermits() == 0 ? now : Math.max(heard.last, now);
                heard.times.release();
            }
        }
    }

    /** When the last of so many heard it. */
    long await(String id, int listeners, long millis) throws BenchException, InterruptedException {
        Heard heard = heard(id);
        if (!heard.times.tryAcquire(listeners, millis, TimeUnit.MILLISECONDS)) {
            throw new BenchException("only " + heard.times.availablePermits() + " of " + listeners + " heard within "
                    + millis + " ms that " + id + " joined");
        }
        joins.remove(id);
        return heard.last;
    }

    private Heard heard(String id) {
        return joins.computeIfAbsent(id, unknown -> new Heard());
    }
}
