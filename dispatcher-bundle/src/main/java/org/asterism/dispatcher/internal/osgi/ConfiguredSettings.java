package org.asterism.dispatcher.internal.osgi;

import java.time.Duration;
import org.asterism.dispatcher.internal.DispatchPolicy;
import org.asterism.dispatcher.internal.DispatcherSettings;
import org.asterism.dispatcher.internal.EjectionRule;
import org.asterism.dispatcher.internal.LimitRule;
import org.asterism.dispatcher.internal.Limits;
import org.asterism.dispatcher.internal.QueuePolicy;
import org.asterism.dispatcher.internal.RetryPolicy;
import org.asterism.dispatcher.internal.Timeouts;

/** What the configuration says, checked. */
final class ConfiguredSettings {

    private ConfiguredSettings() {}

    static DispatcherSettings of(DispatcherConfig config) {
        return new DispatcherSettings(
                config.host(),
                config.port(),
                config.threads(),
                config.transport_native(),
                ConfiguredFront.of(config),
                policy(config),
                new RetryPolicy(config.tries_max(), config.retry_percent() / 100.0, config.retry_min_per_second()),
                new QueuePolicy(config.queue_max(), Duration.ofMillis(config.queue_millis())),
                limits(config),
                timeouts(config));
    }

    private static DispatchPolicy policy(DispatcherConfig config) {
        EjectionRule ejection = new EjectionRule(
                config.ejection_failures(),
                Duration.ofMillis(config.ejection_millis()),
                Duration.ofMillis(config.ejection_max_millis()),
                Duration.ofMillis(config.probe_millis()));
        return new DispatchPolicy(
                ejection, new LimitRule(config.limit_min(), config.limit_max()), config.nodes_expected());
    }

    private static Limits limits(DispatcherConfig config) {
        return new Limits(
                config.line_max_bytes(),
                config.head_max_bytes(),
                config.headers_max(),
                config.connections_max(),
                config.pool_idle_max());
    }

    private static Timeouts timeouts(DispatcherConfig config) {
        return new Timeouts(
                Duration.ofMillis(config.connect_millis()),
                Duration.ofMillis(config.client_millis()),
                Duration.ofMillis(config.response_millis()),
                Duration.ofMillis(config.tunnel_millis()),
                Duration.ofMillis(config.pool_idle_millis()),
                Duration.ofMillis(config.stop_millis()));
    }
}
