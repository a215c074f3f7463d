package org.asterism.launcher.manual;

/** Lines of a man page. */
final class Troff {

    private final StringBuilder page = new StringBuilder();

    Troff title(String name, String version) {
        return line(".TH " + name + " 1 \"\" \"" + version + "\" \"User Commands\"");
    }

    Troff section(String name) {
        return line(".SH " + name);
    }

    Troff heading(String name) {
        return line(".SS \"" + escaped(name).replace("\"", "\\(dq") + "\"");
    }

    Troff text(String text) {
        String escaped = escaped(text);
        return line(escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped);
    }

    /** A text that stands as it is written, line by line. */
    Troff verbatim(Iterable<String> lines) {
        line(".nf");
        lines.forEach(line -> text(line.isEmpty() ? " " : line));
        return line(".fi");
    }

    Troff item(String term, String text) {
        return line(".TP").line(".B " + escaped(term)).text(text);
    }

    private Troff line(String line) {
        page.append(line).append('\n');
        return this;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("…", "\\&...")
                .replace("→", "\\(->");
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
