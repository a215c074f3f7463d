package org.asterism.dispatcher.internal.osgi;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.asterism.dispatcher.internal.AccessLogSettings;
import org.asterism.dispatcher.internal.DispatchPolicy;
import org.asterism.dispatcher.internal.DispatcherSettings;
import org.asterism.dispatcher.internal.EjectionRule;
import org.asterism.dispatcher.internal.LimitRule;
import org.asterism.dispatcher.internal.Limits;
import org.asterism.dispatcher.internal.LogFormat;
import org.asterism.dispatcher.internal.ObservationSettings;
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
                timeouts(config),
                observation(config));
    }

    private static ObservationSettings observation(DispatcherConfig config) {
        AccessLogSettings log = new AccessLogSettings(
                path(config.log_file()),
                LogFormat.parse(config.log_format()),
                config.log_max_bytes(),
                config.log_files(),
                config.log_queue());
        return new ObservationSettings(
                config.request_id(),
                config.trace_begin(),
                config.trace_sampled_percent(),
                Optional.of(log).filter(settings -> !config.log_file().isBlank()));
    }

    private static Path path(String file) {
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("log.file is not a path: " + e.getMessage(), e);
        }
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
