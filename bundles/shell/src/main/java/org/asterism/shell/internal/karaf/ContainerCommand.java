package org.asterism.shell.internal.karaf;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.karaf.shell.api.action.Option;
import org.asterism.health.HealthReport;
import org.asterism.health.HealthService;

/** A command that asks this container how it is, or all of them. */
abstract class ContainerCommand extends ShellCommand {

    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final String MISSING =
            "nothing watches this container: the feature asterism-monitor is not installed";

    @Option(
            name = "--all",
            aliases = {"-a"},
            description = "Ask the hub and every member, not only this container")
    private boolean all;

    /** @throws Exception if the asking is interrupted */
    final List<HealthReport> reports() throws Exception {
        return lookup().<HealthService, List<HealthReport>, Exception>call(
                        HealthService.class, MISSING, health -> all ? everyone(health) : List.of(health.report()));
    }

    /** Everyone has answered or is said to be silent after the time-out. */
    private static List<HealthReport> everyone(HealthService health) throws Exception {
        return health.cluster(TIMEOUT).toCompletableFuture().get(2 * TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    }
}
