package org.asterism.shell.internal;

import java.time.Duration;
import java.util.TreeMap;
import org.asterism.documents.Ages;
import org.asterism.documents.LockStatisticsDocument;
import org.asterism.lock.LockServerStatus;
import org.asterism.lock.LockStatistics;
import org.asterism.lock.LockStatistics.Distribution;

/** All numbers of the lock server. */
public record LockStatisticsReport(LockStatistics statistics) implements Report {

    @Override
    public String text() {
        return numbers() + "\n" + times() + "\n" + namespaces() + "\n" + owners() + overflows()
                + (statistics.now().grace() ? "\nThe lock server waits for holders of its former life.\n" : "");
    }

    private TextTable numbers() {
        LockServerStatus now = statistics.now();
        return new TextTable("NOW", "", "SINCE THE HUB STARTED", "")
                .row("held", now.held(), "granted", now.granted())
                .row("waiting", now.waiting(), "had to wait", statistics.waited())
                .row("entries", statistics.entries(), "released", now.released())
                .row("owners", statistics.owners(), "timed out", now.timedOut())
                .row("oldest", oldest(), "refused", now.refused())
                .row("", "", "lost", now.lost())
                .row("", "", "forced", statistics.forced())
                .row("", "", "promoted", statistics.promoted())
                .row("", "", "deadlocks", statistics.deadlocks())
                .row("", "", "most held", statistics.peakHeld())
                .row("", "", "most waiting", statistics.peakWaiting());
    }

    private String oldest() {
        return statistics.oldest().equals(Duration.ZERO) ? "-" : Ages.text(statistics.oldest());
    }

    private TextTable times() {
        TextTable table = new TextTable("TIME", "COUNT", "P50", "P99", "MAX");
        time(table, "held", statistics.holding());
        time(table, "waited", statistics.waiting());
        return table;
    }

    private static void time(TextTable table, String name, Distribution times) {
        table.row(name, times.count(), Ages.text(times.p50()), Ages.text(times.p99()), Ages.text(times.max()));
    }

    private TextTable namespaces() {
        TextTable table = new TextTable("NAMESPACE", "HELD", "WAITING", "GRANTED");
        new TreeMap<>(statistics.namespaces())
                .forEach((name, counts) -> table.row(name, counts.held(), counts.waiting(), counts.granted()));
        return table;
    }

    private TextTable owners() {
        TextTable table = new TextTable("MOST LOCKS", "LOCKS");
        statistics.topOwners().forEach(owner -> table.row(owner.member(), owner.locks()));
        return table;
    }

    private String overflows() {
        return statistics.overflows().isEmpty()
                ? ""
                : "\nBounds that were reached, the last one first: " + String.join(", ", statistics.overflows()) + "\n";
    }

    @Override
    public Object document() {
        return LockStatisticsDocument.of(statistics);
    }
}
