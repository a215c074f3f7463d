package org.asterism.deploying;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Values that nobody is to read over a shoulder. */
final class Secrets {

    static final String HIDDEN = "********";

    private static final Pattern SECRET =
            Pattern.compile("(?i).*(password|passwd|passphrase|secret|token|credential|private.?key|api.?key).*");

    private Secrets() {}

    static Map<String, String> hidden(Map<String, String> properties) {
        Map<String, String> shown = new TreeMap<>();
        properties.forEach((key, value) -> shown.put(key, isSecret(key) ? HIDDEN : value));
        return shown;
    }

    /** Files with secrets are none themselves. */
    static boolean isSecret(String key) {
        return SECRET.matcher(key).matches() && !key.endsWith(".file") && !key.endsWith(".path");
    }
}
