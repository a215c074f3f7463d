package org.asterism.health;

import java.util.Comparator;
import java.util.List;
import org.asterism.alarm.Alarm;
import org.asterism.cluster.MemberId;

/**
 * How one container is.
 *
 * @param checks sorted by name
 * @param alarms what a person should know of it
 */
public record HealthReport(MemberId member, List<CheckResult> checks, List<Alarm> alarms) {

    /** Whoever is not live should be restarted. */
    public static final String LIVE = "live";
    /** Whoever is not ready should get no work. */
    public static final String READY = "ready";

    public HealthReport {
        checks = checks.stream().sorted(Comparator.comparing(CheckResult::name)).toList();
        alarms = List.copyOf(alarms);
    }

    /** Of a member that could not be asked. */
    public static HealthReport silent(MemberId member, String reason) {
        CheckResult answers = new CheckResult("answers", List.of(LIVE, READY), false, reason);
        return new HealthReport(member, List.of(answers), List.of());
    }

    /** Whether it should go on running. */
    public boolean live() {
        return failed(LIVE).isEmpty();
    }

    /** Whether it should get work; who is not live should not. */
    public boolean ready() {
        return live() && failed(READY).isEmpty();
    }

    /** Checks with this tag that are not well. */
    public List<CheckResult> failed(String tag) {
        return checks.stream()
                .filter(check -> !check.ok() && check.tags().contains(tag))
                .toList();
    }
}
