package org.asterism.monitor.internal.osgi;

import static org.asterism.metrics.Metric.gauge;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.asterism.alarm.AlarmKind;
import org.asterism.alarm.AlarmSource;
import org.asterism.alarm.Condition;
import org.asterism.metrics.Metric;
import org.asterism.metrics.MetricSource;
import org.asterism.metrics.Readings;
import org.asterism.monitor.internal.Alarms;
import org.asterism.monitor.internal.ClockOffset;
import org.asterism.monitor.internal.messaging.Neighbours;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares the clock of this container with that of the hub. */
final class ClockWatch implements AlarmSource, MetricSource {

    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);
    private static final double NANOS = 1e-9;

    static final Metric OFFSET =
            gauge("asterism_clock_offset_seconds", "How far the clock is ahead of the hub's, negative if behind");

    private final String self;
    private final Duration limit;
    private volatile Optional<ClockOffset> last = Optional.empty();

    ClockWatch(String self, Duration limit) {
        this.self = self;
        this.limit = limit;
    }

    /** Asks the hub; what is known stays until there is an answer. */
    void ask(Neighbours neighbours, Duration timeout) {
        CompletionStage<Void> unused = neighbours.offset(timeout).handle((offset, failure) -> {
            if (failure == null) {
                last = Optional.of(offset);
            } else {
                LOG.debug("The hub does not tell the time", failure);
            }
            return null;
        });
    }

    @Override
    public List<AlarmKind> kinds() {
        return List.of(Alarms.CLOCK_OFFSET);
    }

    @Override
    public List<Condition> conditions() {
        return last
                .filter(offset -> offset.exceeds(limit))
                .map(offset -> Alarms.CLOCK_OFFSET.of(self, offset.text()))
                .stream()
                .toList();
    }

    @Override
    public List<Metric> metrics() {
        return List.of(OFFSET);
    }

    @Override
    public void read(Readings readings) {
        last.ifPresent(offset -> readings.add(OFFSET, offset.ahead().toNanos() * NANOS));
    }
}
