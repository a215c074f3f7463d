package org.asterism.monitor.internal.osgi;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.asterism.alarm.Alarm;
import org.asterism.cluster.ClusterService;
import org.asterism.health.HealthReport;
import org.asterism.health.HealthService;
import org.asterism.messaging.MessageService;
import org.asterism.monitor.internal.Series;
import org.asterism.monitor.internal.felix.FelixChecks;
import org.asterism.monitor.internal.messaging.Neighbours;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How this container is and, while it is a member, how the others are. Thread-safe. */
final class Monitor implements HealthService, Neighbours.Own, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Monitor.class);
    private static final int MOST_QUESTIONS = 64;
    private static final long IDLE_SECONDS = 30;

    private final Surroundings surroundings;
    private final FelixChecks checks;
    private final Numbers numbers;
    private final Supplier<List<Alarm>> alarms;
    private final ThreadPoolExecutor answers = new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_QUESTIONS),
            task -> new Thread(task, "asterism-monitor-answers"));
    private final List<AutoCloseable> served = new ArrayList<>();
    private Optional<Neighbours> neighbours = Optional.empty();

    Monitor(Surroundings surroundings, FelixChecks checks, Numbers numbers, Supplier<List<Alarm>> alarms) {
        this.surroundings = surroundings;
        this.checks = checks;
        this.numbers = numbers;
        this.alarms = alarms;
        answers.allowCoreThreadTimeOut(true);
    }

    /** This container is a member from now on. */
    synchronized void join(ClusterService cluster, MessageService messages) {
        leave();
        Neighbours found = new Neighbours(cluster, messages);
        served.addAll(found.serve(this));
        neighbours = Optional.of(found);
    }

    /** It is no member any more. */
    synchronized void leave() {
        neighbours = Optional.empty();
        served.forEach(Monitor::close);
        served.clear();
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            LOG.debug("It was closed already", e);
        }
    }

    synchronized Optional<Neighbours> neighbours() {
        return neighbours;
    }

    @Override
    public HealthReport report() {
        return new HealthReport(surroundings.self(), checks.run(), alarms.get());
    }

    /** Only the checks with this tag are run. */
    HealthReport report(String... tags) {
        return new HealthReport(surroundings.self(), checks.run(tags), List.of());
    }

    @Override
    public CompletionStage<List<HealthReport>> cluster(Duration timeout) {
        return neighbours().map(others -> others.health(timeout)).orElseGet(() -> later(() -> List.of(report())));
    }

    /** The numbers of everyone, of this container alone if it is no member. */
    CompletionStage<List<Series>> clusterNumbers(Duration timeout) {
        return neighbours().map(others -> others.numbers(timeout)).orElseGet(this::numbers);
    }

    @Override
    public CompletionStage<HealthReport> health() {
        return later(this::report);
    }

    @Override
    public CompletionStage<List<Series>> numbers() {
        return later(numbers::series);
    }

    private <T> CompletionStage<T> later(Supplier<T> answer) {
        try {
            return CompletableFuture.supplyAsync(answer, answers);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(
                    new RejectedExecutionException("more than " + MOST_QUESTIONS + " questions wait there", e));
        }
    }

    @Override
    public void close() {
        leave();
        answers.shutdown();
    }
}
