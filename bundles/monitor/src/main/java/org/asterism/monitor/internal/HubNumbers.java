package org.asterism.monitor.internal;

import static org.asterism.metrics.Metric.counter;
import static org.asterism.metrics.Metric.gauge;

import java.util.List;
import org.asterism.alarm.AlarmKind;
import org.asterism.alarm.AlarmKind.Severity;
import org.asterism.alarm.AlarmSource;
import org.asterism.alarm.Condition;
import org.asterism.cluster.ClientStatus;
import org.asterism.cluster.HubStatus;
import org.asterism.cluster.MessageServer;
import org.asterism.metrics.Metric;
import org.asterism.metrics.MetricSource;
import org.asterism.metrics.Readings;

/** The message server of this container, and who does not keep up with it. */
public final class HubNumbers implements MetricSource, AlarmSource {

    private static final double MILLIS = 1e-3;
    private static final String MEMBER = "member";

    static final Metric UPTIME = gauge("asterism_hub_uptime_seconds", "Since this life of the hub began");
    static final Metric CARRIED = counter("asterism_hub_messages_total", "Messages handed on, for each receiver");
    static final Metric REFUSED = counter("asterism_hub_messages_refused_total", "Messages that found no receiver");
    static final Metric WAITING = gauge("asterism_hub_waiting_bytes", "What waits at the hub for slow receivers");
    static final Metric SLOW = gauge("asterism_hub_slow_consumers", "Receivers that are behind now");
    static final Metric CUT = counter("asterism_hub_slow_consumers_cut_total", "Receivers cut off for being too slow");
    static final Metric RECEIVED =
            counter("asterism_hub_connection_received_total", "Packets that came in this connection", MEMBER);
    static final Metric SENT = counter("asterism_hub_connection_sent_total", "Packets that went in it", MEMBER);
    static final Metric BEHIND =
            gauge("asterism_hub_connection_waiting_bytes", "What waits for it or is not confirmed by it", MEMBER);
    static final Metric HEARD =
            gauge("asterism_hub_connection_last_heard_seconds", "How long ago anything came from it", MEMBER);

    public static final AlarmKind SLOW_CONSUMER = new AlarmKind(
            "slow-consumer",
            Severity.WARNING,
            "look at what its listeners do; it is cut off when it does not keep up for long");

    private final MessageServer hub;

    /** @param hub that of this container */
    public HubNumbers(MessageServer hub) {
        this.hub = hub;
    }

    @Override
    public List<Metric> metrics() {
        return List.of(UPTIME, CARRIED, REFUSED, WAITING, SLOW, CUT, RECEIVED, SENT, BEHIND, HEARD);
    }

    @Override
    public void read(Readings readings) {
        HubStatus status = hub.status();
        readings.add(UPTIME, status.uptime().toMillis() * MILLIS);
        readings.add(CARRIED, status.messagesCarried());
        readings.add(REFUSED, status.messagesRefused());
        readings.add(WAITING, status.bytesWaiting());
        readings.add(SLOW, status.slowConsumers());
        readings.add(CUT, status.slowConsumersCut());
        hub.clients().forEach(client -> read(client, readings));
    }

    private static void read(ClientStatus client, Readings readings) {
        String id = client.member().id().value();
        readings.add(RECEIVED, client.framesReceived(), id);
        readings.add(SENT, client.framesSent(), id);
        readings.add(BEHIND, client.bytesWaiting(), id);
        readings.add(HEARD, client.lastHeard().toMillis() * MILLIS, id);
    }

    @Override
    public List<AlarmKind> kinds() {
        return List.of(SLOW_CONSUMER);
    }

    @Override
    public List<Condition> conditions() {
        return hub.clients().stream()
                .filter(ClientStatus::slow)
                .map(client -> SLOW_CONSUMER.of(
                        client.member().id().value(), client.bytesWaiting() + " bytes wait for it at the hub"))
                .toList();
    }
}
