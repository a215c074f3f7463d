package org.asterism.dispatcher.internal.netty;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.asterism.dispatcher.ApplicationReport;
import org.asterism.dispatcher.DispatcherReport;
import org.asterism.dispatcher.Ejection;
import org.asterism.dispatcher.PlaceReport;
import org.asterism.dispatcher.TargetReport;
import org.asterism.dispatcher.Traffic;
import org.asterism.dispatcher.internal.Health;
import org.asterism.dispatcher.internal.Place;
import org.asterism.dispatcher.internal.RecentTimes;
import org.asterism.dispatcher.internal.RecentTimes.Sample;
import org.asterism.dispatcher.internal.Slots;
import org.asterism.dispatcher.internal.Target;
import org.asterism.dispatcher.internal.TargetPool;
import org.asterism.dispatcher.internal.WaitingLines;

/** Makes a report of what the event loops have counted. */
final class Reporter {

    private static final long PATIENCE_SECONDS = 5;

    private final String instance;
    private final Routing routing;
    private final Collection<Loop> loops;
    private final int mostWaiting;
    private final long begun = System.nanoTime();

    Reporter(String instance, Routing routing, Collection<Loop> loops, int mostWaiting) {
        this.instance = instance;
        this.routing = routing;
        this.loops = List.copyOf(loops);
        this.mostWaiting = mostWaiting;
    }

    /**
     * Not to be called on an event loop.
     *
     * @throws IllegalStateException if an event loop does not answer in time
     */
    DispatcherReport report() {
        TargetPool pool = routing.pool();
        long now = System.nanoTime();
        Duration age = Duration.ofNanos(now - begun);
        Map<Slots, Sample> samples = samples(pool);
        return new DispatcherReport(
                instance,
                age,
                routing.metrics().snapshot(),
                pool.targets().stream()
                        .sorted(Comparator.comparing(Target::id))
                        .map(target -> target(target, now))
                        .toList(),
                Stream.concat(pool.applications().stream(), routing.board().applications().stream())
                        .distinct()
                        .sorted()
                        .map(path -> application(path, pool.places(path), samples, RecentTimes.window(age)))
                        .toList());
    }

    private TargetReport target(Target target, long now) {
        return new TargetReport(
                target.id(),
                target.status().state(),
                target.status().weight(),
                target.outstanding(),
                target.record().sessions().count(now),
                target.record().timesMoved(),
                target.record().failures(),
                Optional.of(target.health()).filter(Health::ejected).map(health -> ejection(target, health, now)));
    }

    private static Ejection ejection(Target target, Health health, long now) {
        var last = target.record().lastFailure();
        return new Ejection(
                last.cause(),
                health.ejections(),
                Duration.ofNanos(now - last.since()),
                Duration.ofNanos(Math.max(0, health.until() - now)));
    }

    private ApplicationReport application(
            String path, List<Place> places, Map<Slots, Sample> samples, Duration window) {
        WaitingLines.Length line = routing.lines().length(path);
        Sample all = places.stream().map(place -> samples.get(place.slots())).reduce(Sample.none(), Sample::plus);
        return new ApplicationReport(
                path.isEmpty() ? "/" : path,
                routing.board().applications().contains(path),
                line.waiting(),
                mostWaiting,
                line.queued(),
                line.rejected(),
                all.over(window),
                places.stream()
                        .sorted(Comparator.comparing(place -> place.target().id()))
                        .map(place -> place(place, samples.get(place.slots()).over(window)))
                        .toList());
    }

    private PlaceReport place(Place place, Traffic traffic) {
        return new PlaceReport(
                place.target().id(),
                place.slots().inFlight(),
                place.slots().limit(routing.policy().limit()),
                traffic);
    }

    // ---- what only the event loops know

    private Map<Slots, Sample> samples(TargetPool pool) {
        List<Place> places = pool.applications().stream()
                .flatMap(path -> pool.places(path).stream())
                .toList();
        List<CompletableFuture<Map<Slots, Sample>>> answers = new ArrayList<>();
        loops.forEach(loop -> answers.add(CompletableFuture.supplyAsync(() -> of(loop, places), loop.executor())));
        Map<Slots, Sample> sum = new HashMap<>();
        answers.forEach(answer -> await(answer).forEach((slots, sample) -> sum.merge(slots, sample, Sample::plus)));
        return sum;
    }

    private static Map<Slots, Sample> of(Loop loop, List<Place> places) {
        Map<Slots, Sample> samples = new HashMap<>();
        places.forEach(place -> samples.put(place.slots(), loop.traffic().sample(place)));
        return samples;
    }

    private static Map<Slots, Sample> await(CompletableFuture<Map<Slots, Sample>> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the dispatcher counted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("an event loop of the dispatcher did not answer", e);
        }
    }
}
