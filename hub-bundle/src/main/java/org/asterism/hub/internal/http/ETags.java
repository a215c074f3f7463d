package org.asterism.hub.internal.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.asterism.cluster.ClusterView;

/** Tags of answers, by which one who has the answer already is told so. */
final class ETags {

    private ETags() {}

    /** Weak: two answers of one tag have the same lists, but may have other counters. */
    static String of(ClusterView view) {
        return "W/\"" + view.epoch() + "-" + view.revision() + (view.warming() ? "-warming" : "") + "\"";
    }

    /** Strong: by the content alone. */
    static String of(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "\"" + HexFormat.of().formatHex(hash, 0, 16) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** @param known the header {@code If-None-Match}, or null */
    static boolean matches(String known, String tag) {
        return known != null
                && Arrays.stream(known.split(","))
                        .map(String::strip)
                        .anyMatch(candidate -> candidate.equals("*") || candidate.equals(tag));
    }
}
