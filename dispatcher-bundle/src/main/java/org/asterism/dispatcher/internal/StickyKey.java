package org.asterism.dispatcher.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.asterism.cluster.MemberId;

/**
 * Signs sticky cookies (HMAC-SHA256, the first 128 bits), so that a client can only name nodes it was sent to. Dispatchers with
 * the same secret agree.
 */
public final class StickyKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "asterism sticky cookie 1".getBytes(StandardCharsets.US_ASCII);
    private static final int RANDOM_BYTES = 32;
    private static final int LEAST_CHARACTERS = 16;
    private static final int SIGNATURE_BYTES = 16;

    private final byte[] key;

    private StickyKey(byte[] secret) {
        this.key = sign(secret, PURPOSE);
    }

    /**
     * The key that follows from a secret, which cannot be found from it.
     *
     * @throws IllegalArgumentException if the secret is too short to be one
     */
    public static StickyKey of(String secret) {
        if (secret.length() < LEAST_CHARACTERS) {
            throw new IllegalArgumentException("sticky.secret.file has a secret of " + secret.length()
                    + " characters, not of at least " + LEAST_CHARACTERS);
        }
        return new StickyKey(secret.getBytes(StandardCharsets.UTF_8));
    }

    /** A key that nobody else has. */
    public static StickyKey random() {
        byte[] secret = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(secret);
        return new StickyKey(secret);
    }

    StickyCookie cookieOf(MemberId node) {
        String name = KeyResolver.nameOf(node);
        byte[] signature = Arrays.copyOf(sign(key, name.getBytes(StandardCharsets.US_ASCII)), SIGNATURE_BYTES);
        return new StickyCookie(
                name + '.' + Base64.getUrlEncoder().withoutPadding().encodeToString(signature));
    }

    private static byte[] sign(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
