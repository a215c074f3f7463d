package org.asterism.itests.harness;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.asterism.itests.harness.HubPage.Standing;

/** Asks several hubs all the time which one is active. Hubs are counted from 0. */
public final class HubRoles implements AutoCloseable {

    private static final Standing SILENT = new Standing("silent", 0);
    private static final Duration ANSWER = Duration.ofMillis(300);
    private static final int PERIOD_MILLIS = 20;

    private final List<HubPage> hubs;
    private final AtomicReferenceArray<Standing> standings;
    private final AtomicLong newestEpoch = new AtomicLong();
    private final List<Outdated> outdated = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService observers;

    /**
     * A hub called itself active when a newer one was.
     *
     * @param nanos when it was asked, by {@link System#nanoTime}
     */
    public record Outdated(int hub, Standing standing, long newestEpoch, long nanos) {}

    public HubRoles(HubPage... hubs) {
        this.hubs = List.of(hubs);
        this.standings = new AtomicReferenceArray<>(hubs.length);
        this.observers = Executors.newScheduledThreadPool(hubs.length);
        for (int i = 0; i < hubs.length; i++) {
            int hub = i;
            standings.set(hub, SILENT);
            var unused = observers.scheduleWithFixedDelay(() -> look(hub), 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Waits until exactly one is active: which one. */
    public int awaitOneActive(Duration limit) {
        return await("one hub is active")
                .atMost(limit)
                .until(this::active, active -> active.size() == 1)
                .get(0);
    }

    /** Waits until this one is. */
    public void awaitActive(int hub, Duration limit) {
        await("hub " + hub + " is active")
                .atMost(limit)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> standings.get(hub).isActive());
    }

    /** Whether its last answer was this role; no answer is none. */
    public boolean is(int hub, String role) {
        return standings.get(hub).role().equals(role);
    }

    /** When two were active at the same time. */
    public List<Outdated> outdated() {
        return List.copyOf(outdated);
    }

    private List<Integer> active() {
        return IntStream.range(0, hubs.size())
                .filter(hub -> standings.get(hub).isActive())
                .boxed()
                .toList();
    }

    private void look(int hub) {
        long newest = newestEpoch.get();
        long asked = System.nanoTime();
        Standing standing = hubs.get(hub).standing(ANSWER).orElse(SILENT);
        standings.set(hub, standing);
        if (!standing.isActive()) {
            return;
        }
        if (standing.epoch() < newest) {
            outdated.add(new Outdated(hub, standing, newest, asked));
        }
        newestEpoch.accumulateAndGet(standing.epoch(), Math::max);
    }

    @Override
    public void close() {
        observers.shutdownNow();
    }
}
