package org.asterism.lock.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Names of sessions that may move to another owner: they end with the digest of a secret, which everyone may see, and whoever
 * knows the secret itself may move them. So the table need not remember it, and a hub that starts again knows as much.
 */
public final class SessionName {

    private static final char MARK = '~';

    private SessionName() {}

    /** The name of a session that moves for who knows the secret. */
    public static String movable(String name, String secret) {
        return name + MARK + digest(secret);
    }

    /** Whether anybody may move it. */
    static boolean isMovable(String session) {
        return session.indexOf(MARK) >= 0;
    }

    /** Whether this is the secret of that session. */
    public static boolean isSecretOf(String session, String secret) {
        int mark = session.lastIndexOf(MARK);
        return mark >= 0
                && MessageDigest.isEqual(
                        session.substring(mark + 1).getBytes(UTF_8),
                        digest(secret).getBytes(UTF_8));
    }

    private static String digest(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
