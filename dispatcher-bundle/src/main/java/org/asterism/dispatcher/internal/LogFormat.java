package org.asterism.dispatcher.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * How a line of the access log looks: the directives of Apache's {@code mod_log_config}
 * (https://httpd.apache.org/docs/2.4/mod/mod_log_config.html), as far as they make sense here, and {@code %{...}x} for what only
 * this dispatcher knows.
 */
public final class LogFormat {

    private static final String COMMON = "%h %l %u %t \"%r\" %>s %b";
    private static final String COMBINED = COMMON + " \"%{Referer}i\" \"%{User-agent}i\"";
    private static final String FULL = COMBINED + " %D %{node}x %{tries}x %L %{trace}x";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("'['dd/MMM/yyyy:HH:mm:ss Z']'", Locale.ROOT);
    private static final int MAX_VALUE = 4096;

    private final List<Directive> directives;

    private LogFormat(List<Directive> directives) {
        this.directives = directives;
    }

    private interface Directive {
        void write(AccessEntry entry, ZoneId zone, StringBuilder line);
    }

    /**
     * @param format {@code common}, {@code combined}, {@code full}, or directives
     * @throws IllegalArgumentException if it has an unknown directive
     */
    public static LogFormat parse(String format) {
        String text =
                switch (format) {
                    case "common" -> COMMON;
                    case "combined" -> COMBINED;
                    case "full" -> FULL;
                    default -> format;
                };
        List<Directive> directives = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int percent = text.indexOf('%', at);
            literal(text.substring(at, percent < 0 ? text.length() : percent), directives);
            at = percent < 0 ? text.length() : directive(text, percent + 1, directives);
        }
        if (directives.isEmpty()) {
            throw new IllegalArgumentException("log.format is empty");
        }
        return new LogFormat(List.copyOf(directives));
    }

    private static void literal(String text, List<Directive> directives) {
        if (!text.isEmpty()) {
            directives.add((entry, zone, line) -> line.append(text));
        }
    }

    private static int directive(String text, int from, List<Directive> directives) {
        int at = from < text.length() && text.charAt(from) == '>' ? from + 1 : from;
        String argument = "";
        if (at < text.length() && text.charAt(at) == '{') {
            int end = text.indexOf('}', at);
            argument = end < 0 ? "" : text.substring(at + 1, end);
            at = end < 0 ? text.length() : end + 1;
        }
        if (at >= text.length()) {
            throw new IllegalArgumentException(
                    "log.format ends within a directive: '" + text.substring(from - 1) + "'");
        }
        directives.add(directive(text.charAt(at), argument));
        return at + 1;
    }

    private static Directive directive(char letter, String argument) {
        return switch (letter) {
            case '%' -> (entry, zone, line) -> line.append('%');
            case 'h', 'a' -> (entry, zone, line) -> value(entry.client(), line);
            case 'l', 'u' -> (entry, zone, line) -> line.append('-');
            case 't' ->
                (entry, zone, line) ->
                        TIME.formatTo(Instant.ofEpochMilli(entry.millis()).atZone(zone), line);
            case 'r' ->
                (entry, zone, line) -> {
                    value(entry.method(), line);
                    value(entry.uri(), line.append(' '));
                    value(entry.protocol(), line.append(' '));
                };
            case 'm' -> (entry, zone, line) -> value(entry.method(), line);
            case 'U' -> (entry, zone, line) -> value(path(entry.uri()), line);
            case 'q' -> (entry, zone, line) -> escaped(query(entry.uri()), line);
            case 'H' -> (entry, zone, line) -> value(entry.protocol(), line);
            case 's' -> (entry, zone, line) -> line.append(entry.status() == 0 ? "-" : entry.status());
            case 'B' -> (entry, zone, line) -> line.append(entry.bytes());
            case 'b' -> (entry, zone, line) -> line.append(entry.bytes() == 0 ? "-" : entry.bytes());
            case 'D' -> (entry, zone, line) -> line.append(TimeUnit.NANOSECONDS.toMicros(entry.nanos()));
            case 'T' -> time(argument);
            case 'i' -> (entry, zone, line) -> value(entry.header().apply(argument), line);
            case 'L' -> (entry, zone, line) -> value(entry.requestId(), line);
            case 'x' -> own(argument);
            default ->
                throw new IllegalArgumentException("log.format has an unknown directive %" + letter
                        + " (known: %% %h %a %l %u %t %r %m %U %q %H %s %b %B %D %T %{ms}T %{us}T %{Header}i %L "
                        + "%{node}x %{tries}x %{trace}x)");
        };
    }

    private static Directive time(String unit) {
        TimeUnit in =
                switch (unit) {
                    case "", "s" -> TimeUnit.SECONDS;
                    case "ms" -> TimeUnit.MILLISECONDS;
                    case "us" -> TimeUnit.MICROSECONDS;
                    default ->
                        throw new IllegalArgumentException(
                                "log.format: %{" + unit + "}T has an unknown unit (s, ms, us)");
                };
        return (entry, zone, line) -> line.append(in.convert(entry.nanos(), TimeUnit.NANOSECONDS));
    }

    private static Directive own(String name) {
        return switch (name) {
            case "node" -> (entry, zone, line) -> value(entry.node(), line);
            case "tries" -> (entry, zone, line) -> line.append(entry.tries());
            case "trace" -> (entry, zone, line) -> value(entry.trace(), line);
            default ->
                throw new IllegalArgumentException("log.format: %{" + name + "}x is unknown (node, tries, trace)");
        };
    }

    /** The line, without its end. */
    public String line(AccessEntry entry, ZoneId zone) {
        StringBuilder line = new StringBuilder(256);
        directives.forEach(directive -> directive.write(entry, zone, line));
        return line.toString();
    }

    private static String path(String uri) {
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    private static String query(String uri) {
        int query = uri.indexOf('?');
        return query < 0 ? "" : uri.substring(query);
    }

    private static void value(String text, StringBuilder line) {
        if (text == null || text.isEmpty()) {
            line.append('-');
        } else {
            escaped(text, line);
        }
    }

    /** So that no client can make a line look like another one, or end it. */
    private static void escaped(String text, StringBuilder line) {
        for (int i = 0; i < Math.min(MAX_VALUE, text.length()); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                line.append('\\').append(c);
            } else if (c < ' ' || c >= 0x7f) {
                line.append(String.format(Locale.ROOT, c > 0xff ? "\\u%04x" : "\\x%02x", (int) c));
            } else {
                line.append(c);
            }
        }
    }
}
