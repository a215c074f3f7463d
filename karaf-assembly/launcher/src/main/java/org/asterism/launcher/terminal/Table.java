package org.asterism.launcher.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Rows of aligned columns. Colours, which have no width, are put on after the alignment. */
public final class Table {

    private static final String GAP = "   ";

    private final List<List<String>> rows = new ArrayList<>();
    private final UnaryOperator<String> style;

    /** With what makes a cell coloured. */
    public Table(UnaryOperator<String> style) {
        this.style = style;
    }

    /** Adds a row; all have the same number of cells. */
    public Table row(String... cells) {
        rows.add(Arrays.asList(cells));
        return this;
    }

    /** The lines, without spaces at their ends. */
    public List<String> lines() {
        return rows.stream().map(this::line).toList();
    }

    private String line(List<String> row) {
        StringBuilder line = new StringBuilder();
        int last = lastFilled(row);
        for (int column = 0; column <= last; column++) {
            String cell = row.get(column);
            line.append(style.apply(cell));
            if (column < last) {
                line.append(" ".repeat(width(column) - cell.length())).append(GAP);
            }
        }
        return line.toString();
    }

    private static int lastFilled(List<String> row) {
        int last = row.size() - 1;
        while (last > 0 && row.get(last).isEmpty()) {
            last--;
        }
        return last;
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
