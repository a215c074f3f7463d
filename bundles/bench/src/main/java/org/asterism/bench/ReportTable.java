package org.asterism.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** A report for people. */
public final class ReportTable {

    private static final String GAP = "  ";
    private static final String COST = "CPU s per 100,000";

    private ReportTable() {}

    /** The lines to show. */
    public static List<String> of(Report report) {
        List<String> lines = new ArrayList<>();
        lines.add(report.benchmark() + " on " + report.machine());
        lines.add("");
        lines.addAll(aligned(rows(report)));
        if (!report.targets().isEmpty()) {
            lines.add("");
            lines.addAll(aligned(targets(report)));
        }
        return lines;
    }

    private static List<List<String>> rows(Report report) {
        List<List<String>> cells = new ArrayList<>();
        boolean costs =
                report.rows().stream().anyMatch(row -> row.processorSeconds().isPresent());
        cells.add(cut(costs, "", report.parties(), "per second", "ratio", "p50 µs", "p99 µs", "max µs", COST));
        for (Row row : report.rows()) {
            cells.add(cut(
                    costs,
                    row.name(),
                    Integer.toString(row.parties()),
                    number("%,.0f", row.perSecond()),
                    number("%.2f", row.ratio()),
                    micros(row.latency(), Latency::p50Micros),
                    micros(row.latency(), Latency::p99Micros),
                    micros(row.latency(), Latency::maxMicros),
                    number("%.2f", row.processorSeconds())));
        }
        return cells;
    }

    /** Without the last cell where nothing of it was measured. */
    private static List<String> cut(boolean whole, String... cells) {
        return List.of(cells).subList(0, whole ? cells.length : cells.length - 1);
    }

    private static List<List<String>> targets(Report report) {
        return report.targets().stream()
                .map(target -> List.of(
                        target.name(),
                        number("%.2f", target.measured()),
                        target.bound().sign() + " " + number("%.2f", target.value()),
                        target.met() ? "met" : "missed"))
                .toList();
    }

    private static String micros(Optional<Latency> latency, Function<Latency, Double> which) {
        return latency.map(which).map(value -> number("%,.1f", value)).orElse("");
    }

    private static String number(String format, OptionalDouble value) {
        return value.isPresent() ? number(format, value.getAsDouble()) : "";
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    /** The first column to the left, the others to the right. */
    private static List<String> aligned(List<List<String>> rows) {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(row.get(0))
                    .append(" ".repeat(width(rows, 0) - row.get(0).length()));
            for (int column = 1; column < row.size(); column++) {
                String cell = row.get(column);
                line.append(GAP)
                        .append(" ".repeat(width(rows, column) - cell.length()))
                        .append(cell);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
