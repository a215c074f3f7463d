package org.asterism.bench;

import java.util.List;

/**
 * The result of a benchmark.
 *
 * @param benchmark its name
 * @param parties what is counted in the column of that name
 * @param machine where it ran
 */
public record Report(String benchmark, String parties, String machine, List<Row> rows, List<Target> targets) {

    public Report {
        rows = List.copyOf(rows);
        targets = List.copyOf(targets);
    }
}
