package org.asterism.console.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Logins that need no memory: a token says who has logged in and until when, signed with a key that is derived from the cluster
 * secret. So a login outlives a restart of the hub, and a standby takes it over. Immutable.
 */
public final class LoginTokens {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final int PARTS = 4;
    private static final int MOST_CHARACTERS = 1_024;

    private final byte[] key;
    private final Duration life;

    /**
     * @param secret the cluster secret
     * @param life how long a login is good for
     */
    public LoginTokens(byte[] secret, Duration life) {
        this.key = sign(secret, "asterism console login");
        this.life = life;
    }

    /** How long a login is good for. */
    public Duration life() {
        return life;
    }

    /** A token for someone who has just shown the password. */
    public String issue(Visitor visitor, Instant now) {
        String content = ENCODER.encodeToString(visitor.user().getBytes(StandardCharsets.UTF_8)) + "."
                + visitor.role().label() + "." + now.plus(life).getEpochSecond();
        return content + "." + signature(content);
    }

    /** Who showed this token; empty if it is not one of ours or is over. */
    public Optional<Visitor> read(String token, Instant now) {
        String[] parts = token.length() > MOST_CHARACTERS ? new String[0] : token.split("\\.", -1);
        if (parts.length != PARTS || !isSigned(token, parts[PARTS - 1])) {
            return Optional.empty();
        }
        String user = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
        return now.getEpochSecond() < Long.parseLong(parts[2])
                ? Role.ofLabel(parts[1]).map(role -> new Visitor(user, role))
                : Optional.empty();
    }

    /** What a page that acts has to show besides the cookie, which other pages cannot read. */
    public String proof(String token) {
        return signature("proof of " + token);
    }

    /** Whether the page has shown it. */
    public boolean isProof(String token, String shown) {
        return equal(proof(token), shown);
    }

    private boolean isSigned(String token, String signature) {
        return equal(signature(token.substring(0, token.length() - signature.length() - 1)), signature);
    }

    private String signature(String text) {
        return ENCODER.encodeToString(sign(key, text));
    }

    private static boolean equal(String left, String right) {
        return MessageDigest.isEqual(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sign(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
