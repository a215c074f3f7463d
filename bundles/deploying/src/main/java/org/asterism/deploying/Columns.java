package org.asterism.deploying;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Lines of cells, two blanks apart. */
final class Columns {

    private final List<List<String>> lines = new ArrayList<>();

    Columns(String... headers) {
        lines.add(List.of(headers));
    }

    void add(Object... cells) {
        lines.add(List.of(cells).stream().map(Columns::shown).toList());
    }

    String text() {
        List<Integer> widths = IntStream.range(0, lines.get(0).size())
                .mapToObj(column -> lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(0))
                .toList();
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(padded(line, widths)).append('\n'));
        return text.toString();
    }

    private static String padded(List<String> line, List<Integer> widths) {
        StringBuilder padded = new StringBuilder();
        for (int i = 0; i < line.size(); i++) {
            padded.append(line.get(i))
                    .append(" ".repeat(widths.get(i) - line.get(i).length() + 2));
        }
        return padded.toString().stripTrailing();
    }

    /** A cell is never empty and never has a line break. */
    private static String shown(Object cell) {
        String text = cell.toString().replaceAll("\\s*[\\r\\n]+\\s*", " ");
        return text.isEmpty() ? "-" : text;
    }
}
