package org.asterism.supervisor.internal.osgi;

import java.time.Duration;
import org.asterism.supervisor.internal.SupervisionPolicy;
import org.asterism.supervisor.internal.process.DumpLimits;

/**
 * The configuration as values.
 *
 * @param probeTimeout for one probe
 * @param dumps how many are kept
 */
record SupervisorSettings(SupervisionPolicy policy, Duration probeTimeout, DumpLimits dumps) {

    SupervisorSettings {
        if (probeTimeout.isNegative() || probeTimeout.isZero()) {
            throw new IllegalArgumentException("probe.timeout.millis is not positive");
        }
    }

    static SupervisorSettings of(SupervisorConfig config) {
        SupervisionPolicy policy = new SupervisionPolicy(
                Duration.ofMillis(config.probe_starting_millis()),
                Duration.ofMillis(config.probe_up_millis()),
                Duration.ofMillis(config.settle_millis()),
                Duration.ofMillis(config.start_timeout_millis()),
                config.missed_limit(),
                Duration.ofMillis(config.drain_millis()),
                Duration.ofMillis(config.drain_requests_millis()),
                Duration.ofMillis(config.stop_timeout_millis()),
                Duration.ofMillis(config.restart_delay_millis()),
                Duration.ofMillis(config.restart_delay_max_millis()),
                Duration.ofMillis(config.stable_after_millis()),
                config.restart_limit(),
                Duration.ofMillis(config.restart_window_millis()));
        return new SupervisorSettings(
                policy,
                Duration.ofMillis(config.probe_timeout_millis()),
                new DumpLimits(config.heap_dumps(), config.thread_dumps()));
    }
}
