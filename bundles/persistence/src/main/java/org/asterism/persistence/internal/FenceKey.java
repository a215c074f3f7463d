package org.asterism.persistence.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.asterism.lock.LockKey;

/**
 * What a row of the fence table is found by. A key can be longer than what a database likes to index.
 *
 * @param id 64 characters, different for different keys
 * @param text for a person, possibly cut
 */
public record FenceKey(String id, String text) {

    private static final int MAX_TEXT = 200;

    public static FenceKey of(LockKey key) {
        return new FenceKey(hash(unambiguous(key)), readable(key.toString()));
    }

    /** Half of a character, there from the beginning or left by the cut, is not text to a database. */
    private static String readable(String text) {
        String cut = text.substring(0, Math.min(text.length(), MAX_TEXT));
        return new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** Each part with its length, so that no two keys are written alike. */
    private static String unambiguous(LockKey key) {
        StringBuilder all = new StringBuilder();
        append(all, key.namespace());
        append(all, key.name());
        key.arguments().forEach(argument -> append(all, argument));
        return all.toString();
    }

    private static void append(StringBuilder all, String part) {
        all.append(part.length()).append(':').append(part);
    }

    private static String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(bytes(text)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** An encoding would write all halves of characters alike. */
    private static byte[] bytes(String text) {
        byte[] bytes = new byte[text.length() * Character.BYTES];
        ByteBuffer.wrap(bytes).asCharBuffer().put(text);
        return bytes;
    }
}
