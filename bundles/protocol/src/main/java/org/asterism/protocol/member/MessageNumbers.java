package org.asterism.protocol.member;

import static org.asterism.metrics.Metric.counter;

import java.util.List;
import org.asterism.metrics.Metric;
import org.asterism.metrics.MetricSource;
import org.asterism.metrics.Readings;

/** Messages of one member by topic. */
final class MessageNumbers implements MetricSource {

    private static final String TOPIC = "topic";

    static final Metric SENT = counter(
            "asterism_messages_sent_total",
            "Messages and requests sent by this member, once for several receivers",
            TOPIC);
    static final Metric RECEIVED =
            counter("asterism_messages_received_total", "Messages and requests that came to this member", TOPIC);

    private final TopicCounts sent;
    private final TopicCounts received;

    MessageNumbers(TopicCounts sent, TopicCounts received) {
        this.sent = sent;
        this.received = received;
    }

    @Override
    public List<Metric> metrics() {
        return List.of(SENT, RECEIVED);
    }

    @Override
    public void read(Readings readings) {
        sent.all().forEach((topic, count) -> readings.add(SENT, count, topic));
        received.all().forEach((topic, count) -> readings.add(RECEIVED, count, topic));
    }
}
