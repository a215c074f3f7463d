package org.asterism.monitor.internal.felix;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.apache.felix.hc.api.execution.HealthCheckExecutionOptions;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckSelector;
import org.asterism.health.CheckResult;
import org.asterism.health.HealthReport;

/** Runs the checks that have the tag {@code live} or {@code ready}, side by side; each may take two seconds. */
public final class FelixChecks {

    private final HealthCheckExecutor executor;

    public FelixChecks(HealthCheckExecutor executor) {
        this.executor = executor;
    }

    /** What came of those with one of these tags; checks that warn are well. */
    public List<CheckResult> run(String... tags) {
        return executor
                .execute(
                        HealthCheckSelector.tags(tags),
                        new HealthCheckExecutionOptions()
                                .setForceInstantExecution(true)
                                .setCombineTagsWithOr(true))
                .stream()
                .map(FelixChecks::result)
                .toList();
    }

    /** All of both kinds. */
    public List<CheckResult> run() {
        return run(HealthReport.LIVE, HealthReport.READY);
    }

    private static CheckResult result(HealthCheckExecutionResult executed) {
        Result result = executed.getHealthCheckResult();
        boolean ok = result.isOk() || result.getStatus() == Result.Status.WARN;
        return new CheckResult(
                executed.getHealthCheckMetadata().getName(),
                executed.getHealthCheckMetadata().getTags(),
                ok,
                text(result));
    }

    /** What a check has found, without what it has done. */
    private static String text(Result result) {
        return StreamSupport.stream(result.spliterator(), false)
                .filter(entry -> !entry.isDebug())
                .map(ResultLog.Entry::getMessage)
                .collect(Collectors.joining("; "));
    }
}
