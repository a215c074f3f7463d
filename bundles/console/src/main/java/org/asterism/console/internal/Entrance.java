package org.asterism.console.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Lets people in. Thread-safe, but for the realm, which is asked by several threads at once. */
public final class Entrance {

    private static final int LONGEST_NAME = 100;

    private final Realm realm;
    private final LoginTokens tokens;
    private final LoginAttempts attempts = new LoginAttempts();

    /** What becomes of a try to log in. */
    public sealed interface Outcome {}

    /** Welcome; {@code token} is to be shown from now on. */
    public record Admitted(Visitor visitor, String token) implements Outcome {}

    /** The name or the password is wrong, or the user has none of the roles; nobody is told which. */
    public record Refused() implements Outcome {}

    /** Too many have failed with this name. */
    public record MustWait(Duration time) implements Outcome {}

    /** In front of this realm. */
    public Entrance(Realm realm, LoginTokens tokens) {
        this.realm = realm;
        this.tokens = tokens;
    }

    /** Someone wants to log in. */
    public Outcome login(String user, String password, Instant now) {
        if (user.isBlank() || user.length() > LONGEST_NAME) {
            return new Refused();
        }
        Duration wait = waiting(user, now);
        if (!wait.isZero()) {
            return new MustWait(wait);
        }
        Optional<Visitor> visitor =
                realm.roles(user, password).flatMap(Role::of).map(role -> new Visitor(user, role));
        return note(user, visitor, now);
    }

    private synchronized Duration waiting(String user, Instant now) {
        return attempts.wait(user, now);
    }

    private synchronized Outcome note(String user, Optional<Visitor> visitor, Instant now) {
        if (visitor.isEmpty()) {
            attempts.failed(user, now);
            return new Refused();
        }
        attempts.succeeded(user);
        return new Admitted(visitor.get(), tokens.issue(visitor.get(), now));
    }

    /** Who shows this token. */
    public Optional<Visitor> visitor(String token, Instant now) {
        return tokens.read(token, now);
    }

    /** What a page has to show besides the token when it wants to change anything. */
    public String proof(String token) {
        return tokens.proof(token);
    }

    /** Whether it has shown it. */
    public boolean isProof(String token, String shown) {
        return tokens.isProof(token, shown);
    }

    /** How long a login is good for. */
    public Duration life() {
        return tokens.life();
    }
}
