package org.asterism.drill.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.asterism.drill.history.Attempt;
import org.asterism.drill.history.Fault;
import org.asterism.drill.history.Grant;
import org.asterism.drill.history.History;
import org.asterism.drill.history.Write;

/** Tells pieces of a history, with the faults around them, in seconds since its begin. */
final class Teller {

    private static final long AROUND = Duration.ofSeconds(3).toNanos();
    private static final double NANOS = 1e9;

    private final History history;

    Teller(History history) {
        this.history = history;
    }

    String time(long at) {
        return String.format(Locale.ROOT, "%.6f", (at - history.begin()) / NANOS);
    }

    List<String> tell(Grant... grants) {
        List<String> lines = new ArrayList<>();
        Arrays.stream(grants).map(this::line).forEach(lines::add);
        long from = Arrays.stream(grants).mapToLong(Grant::asked).min().orElseThrow();
        long to = Arrays.stream(grants)
                .mapToLong(grant -> Math.max(
                        grant.believed(), grant.loss().map(Grant.Loss::at).orElse(grant.from())))
                .max()
                .orElseThrow();
        lines.addAll(faults(from, to));
        return lines;
    }

    List<String> tell(Attempt... attempts) {
        List<String> lines = new ArrayList<>();
        Arrays.stream(attempts).map(this::line).forEach(lines::add);
        long from = Arrays.stream(attempts).mapToLong(Attempt::asked).min().orElseThrow();
        long to = Arrays.stream(attempts)
                .mapToLong(attempt -> attempt.end().orElse(history.end()))
                .max()
                .orElseThrow();
        lines.addAll(faults(from, to));
        return lines;
    }

    List<String> tell(Write... writes) {
        List<String> lines = new ArrayList<>();
        for (Write write : writes) {
            lines.add(time(write.at()) + " wrote " + write.cell() + " with token " + write.token() + " of "
                    + write.session());
            history.grants().stream()
                    .filter(grant -> grant.token() == write.token())
                    .map(this::line)
                    .forEach(lines::add);
        }
        lines.addAll(faults(writes[0].at(), writes[writes.length - 1].at()));
        return lines;
    }

    private String line(Grant grant) {
        return "%s %s of %s (%s): asked %s, token %d, granted %s, believed until %s, released %s%s%s"
                .formatted(
                        grant.mode(),
                        grant.key(),
                        grant.session(),
                        grant.member(),
                        time(grant.asked()),
                        grant.token(),
                        time(grant.from()),
                        grant.believed() < grant.from() ? "never" : time(grant.believed()),
                        time(grant.released()),
                        grant.loss()
                                .map(loss -> ", lost " + time(loss.at()) + " " + loss.cause())
                                .orElse(""),
                        grant.promotion() ? ", by promotion" : "");
    }

    private String line(Attempt attempt) {
        return "%s of %s (%s): asked %s for %s s, %s %s %s"
                .formatted(
                        attempt.locks(),
                        attempt.session(),
                        attempt.member(),
                        time(attempt.asked()),
                        attempt.patience() / NANOS,
                        attempt.isGranted() ? "granted" : "ended",
                        time(attempt.end()),
                        attempt.failure()
                                .map(failure -> failure.outcome() + " " + failure.text())
                                .orElse(""));
    }

    private List<String> faults(long from, long to) {
        return history.faults().stream()
                .filter(fault -> fault.isBetween(from - AROUND, to + AROUND))
                .map(this::line)
                .toList();
    }

    private String line(Fault fault) {
        return "%s to %s: %s %s"
                .formatted(
                        time(fault.from()),
                        time(fault.to()),
                        fault.kind().word(),
                        fault.members().isEmpty() ? "" : fault.members());
    }

    private String time(OptionalLong at) {
        return at.isPresent() ? time(at.getAsLong()) : "never";
    }
}
