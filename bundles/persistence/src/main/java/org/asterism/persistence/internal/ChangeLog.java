package org.asterism.persistence.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The changes of one schema. Everything is in one file: a change log that refers to other files is refused.
 *
 * @param schema the owner's name
 * @param format the extension of the file, which tells the format
 * @param text the file
 */
public record ChangeLog(String schema, String format, String text) {

    /** The largest file that is read. */
    public static final int MAX_BYTES = 4 << 20;

    private static final Pattern SCHEMA = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Set<String> FORMATS = Set.of("sql", "xml", "yaml", "json");

    /** @throws IllegalArgumentException if the schema's name or the format is not valid */
    public ChangeLog {
        if (!SCHEMA.matcher(schema).matches()) {
            throw new IllegalArgumentException("not the name of a schema: '" + schema + "' (expected shop or shop-2)");
        }
        if (!FORMATS.contains(format)) {
            throw new IllegalArgumentException(
                    "not a format of change logs: '" + format + "' (expected one of sql, xml, yaml, json)");
        }
    }

    /** The name under which the changes are recorded: it must stay the same wherever the file lies. */
    public String path() {
        return schema + "." + format;
    }

    /** The table that records the changes; the lock table has the suffix {@code _lock}. */
    public String table() {
        return "asterism_changes_" + schema.replace('-', '_');
    }

    /** Tells this version of the file from every other. */
    public String checksum() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
