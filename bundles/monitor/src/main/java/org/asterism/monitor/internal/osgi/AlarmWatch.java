package org.asterism.monitor.internal.osgi;

import static org.asterism.metrics.Metric.counter;
import static org.asterism.metrics.Metric.gauge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.asterism.alarm.Alarm;
import org.asterism.alarm.AlarmKind;
import org.asterism.alarm.AlarmService;
import org.asterism.alarm.AlarmSource;
import org.asterism.alarm.Condition;
import org.asterism.metrics.Metric;
import org.asterism.metrics.MetricSource;
import org.asterism.metrics.Readings;
import org.asterism.monitor.internal.AlarmBoard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks all sources of alarms of this container, and tells of what has changed. {@link #look} is for one thread. */
final class AlarmWatch implements AlarmService, MetricSource {

    private static final Logger LOG = LoggerFactory.getLogger(AlarmWatch.class);

    static final Metric PRESENT = gauge("asterism_alarms", "What is wrong now", "name", "severity");
    static final Metric RAISED = counter("asterism_alarms_raised_total", "Alarms that were raised", "name");

    private final BiConsumer<Alarm, Boolean> listener;
    private final List<AlarmSource> sources = new CopyOnWriteArrayList<>();
    private final AlarmBoard board = new AlarmBoard();

    /** @param listener told of each alarm that is raised (true) or cleared (false) */
    AlarmWatch(BiConsumer<Alarm, Boolean> listener) {
        this.listener = listener;
    }

    void add(AlarmSource source) {
        sources.add(source);
    }

    void remove(AlarmSource source) {
        sources.remove(source);
    }

    /** Looks what is wrong now. */
    void look() {
        List<Condition> conditions = new ArrayList<>();
        sources.forEach(source -> conditions.addAll(conditions(source)));
        apply(conditions).forEach(change -> {
            say(change);
            listener.accept(change.alarm(), change.raised());
        });
    }

    private synchronized List<AlarmBoard.Change> apply(List<Condition> conditions) {
        return board.apply(conditions, Instant.now());
    }

    private static List<Condition> conditions(AlarmSource source) {
        try {
            return source.conditions();
        } catch (RuntimeException e) {
            LOG.warn("{} cannot tell its alarms", source.getClass().getName(), e);
            return List.of();
        }
    }

    private static void say(AlarmBoard.Change change) {
        Alarm alarm = change.alarm();
        if (change.raised()) {
            LOG.warn(
                    "Alarm {} of {}: well → {}: {}; {}",
                    alarm.kind().name(),
                    alarm.subject(),
                    alarm.kind().severity(),
                    alarm.text(),
                    alarm.kind().action());
        } else {
            LOG.info(
                    "Alarm {} of {}: {} → well",
                    alarm.kind().name(),
                    alarm.subject(),
                    alarm.kind().severity());
        }
    }

    @Override
    public synchronized List<Alarm> alarms() {
        return board.alarms();
    }

    @Override
    public List<Metric> metrics() {
        return List.of(PRESENT, RAISED);
    }

    @Override
    public synchronized void read(Readings readings) {
        Map<AlarmKind, Long> present =
                board.alarms().stream().collect(Collectors.groupingBy(Alarm::kind, Collectors.counting()));
        present.forEach((kind, count) ->
                readings.add(PRESENT, count, kind.name(), kind.severity().name()));
        board.raised().forEach((name, count) -> readings.add(RAISED, count, name));
    }
}
