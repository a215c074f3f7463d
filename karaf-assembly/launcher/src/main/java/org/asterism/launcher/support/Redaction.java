package org.asterism.launcher.support;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Takes secrets out of texts: those that are known, wherever they stand, and in configuration whatever a key calls one. A
 * reference to a file ({@code FILE(…)}, {@code secret.file}) is no secret.
 */
record Redaction(List<String> secrets) {

    static final String REMOVED = "[removed]";

    /** Shorter ones would take words out of texts that only look like them. */
    private static final int MIN_LENGTH = 6;

    private static final Pattern KEY_VALUE = Pattern.compile("^(\\s*)([^\\s=:#!][^=:\\s]*)(\\s*[=:]\\s*|\\s+)(.*)$");
    private static final Pattern NAME = Pattern.compile(
            ".*(passw|passphrase|pwd|secret|token|credential|privatekey|private\\.key|apikey|api\\.key).*");
    private static final Pattern REFERENCE = Pattern.compile("\\s*(FILE\\(.*\\)|)\\s*");
    private static final Pattern IN_URL = Pattern.compile("(://[^/\\s:@]*:)[^@/\\s]+(@)");
    private static final Pattern PARAMETER =
            Pattern.compile("(?i)((?:password|passwd|pwd|secret|token)=)[^\\s;&,\"']+");

    Redaction {
        secrets = secrets.stream()
                .filter(secret -> secret.length() >= MIN_LENGTH)
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    /** A text of any kind, such as a log. */
    String text(String text) {
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, REMOVED);
        }
        clean = IN_URL.matcher(clean).replaceAll("$1" + REMOVED + "$2");
        return PARAMETER.matcher(clean).replaceAll("$1" + REMOVED);
    }

    /** A file of properties, or of JVM options; lines that continue a secret go with it. */
    String configuration(String text) {
        StringBuilder clean = new StringBuilder();
        boolean inSecret = false;
        for (String line : text.lines().toList()) {
            boolean continues = line.endsWith("\\");
            if (!inSecret) {
                String shown = line(line);
                clean.append(shown).append('\n');
                inSecret = continues && shown.endsWith(REMOVED);
            } else {
                inSecret = continues;
            }
        }
        return text(clean.toString());
    }

    private static String line(String line) {
        var pair = KEY_VALUE.matcher(line);
        if (!pair.matches()
                || !isSecret(pair.group(2))
                || REFERENCE.matcher(pair.group(4)).matches()) {
            return line;
        }
        return pair.group(1) + pair.group(2) + pair.group(3) + REMOVED;
    }

    private static boolean isSecret(String key) {
        String name = key.toLowerCase(Locale.ROOT);
        return NAME.matcher(name).matches() && !name.endsWith("file") && !name.endsWith(".path");
    }
}
