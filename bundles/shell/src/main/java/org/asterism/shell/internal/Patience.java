package org.asterism.shell.internal;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long to wait, as people write it. */
public final class Patience {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,7})(s|m|h)?");

    private Patience() {}

    /** @throws IllegalArgumentException if it is not like {@code 30}, {@code 30s}, {@code 5m} or {@code 2h} */
    public static Duration parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("not a time: '" + text + "' (expected 30s, 5m or 2h)");
        }
        long number = Long.parseLong(form.group(1));
        String unit = form.group(2) == null ? "s" : form.group(2);
        return switch (unit) {
            case "h" -> Duration.ofHours(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofSeconds(number);
        };
    }
}
