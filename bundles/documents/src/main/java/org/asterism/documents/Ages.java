package org.asterism.documents;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write and read them. */
public final class Ages {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9}) ?(ms|s|min|h|d)");
    private static final int NANOS_PER_MICRO = 1_000;

    private Ages() {}

    /** With the largest unit that still tells enough: {@code 850 µs}, {@code 250 ms}, {@code 12 s}, {@code 3 min}, {@code 5 h}. */
    public static String text(Duration age) {
        if (age.toMillis() == 0) {
            return age.toNanos() / NANOS_PER_MICRO + " µs";
        } else if (age.toSeconds() < 10) {
            return age.toMillis() + " ms";
        } else if (age.toMinutes() < 2) {
            return age.toSeconds() + " s";
        } else if (age.toHours() < 2) {
            return age.toMinutes() + " min";
        }
        return age.toDays() < 2 ? age.toHours() + " h" : age.toDays() + " d";
    }

    /** @throws IllegalArgumentException if it is not a number with a unit, such as {@code 30s} or {@code 5 min} */
    public static Duration parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw new IllegalArgumentException("not a duration: '" + text + "' (expected 250ms, 30s, 5min, 2h or 1d)");
        }
        long number = Long.parseLong(written.group(1));
        return switch (written.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "min" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
