package org.asterism.console.internal.osgi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.asterism.console.internal.LoginTokens;

/** The configuration, checked. */
record ConsoleSettings(String realm, LoginTokens logins, int pages, Duration span, int moments) {

    private static final int SHORTEST_SECRET = 16;

    ConsoleSettings {
        if (realm.isBlank()) {
            throw new IllegalArgumentException("realm is empty");
        }
        requirePositive("login.minutes", logins.life().toMinutes());
        requirePositive("pages", pages);
        requirePositive("timeline.minutes", span.toMinutes());
        requirePositive("timeline.moments", moments);
    }

    /** @throws IllegalArgumentException with what is wrong */
    static ConsoleSettings of(ConsoleConfig config) {
        return new ConsoleSettings(
                config.realm(),
                new LoginTokens(secret(config.secret_file()), Duration.ofMinutes(config.login_minutes())),
                config.pages(),
                Duration.ofMinutes(config.timeline_minutes()),
                config.timeline_moments());
    }

    private static byte[] secret(String file) {
        try {
            byte[] secret = Files.readString(Path.of(file)).strip().getBytes(StandardCharsets.UTF_8);
            if (secret.length < SHORTEST_SECRET) {
                throw new IllegalArgumentException(
                        "the secret in " + file + " has less than " + SHORTEST_SECRET + " bytes");
            }
            return secret;
        } catch (IOException e) {
            throw new IllegalArgumentException("secret.file cannot be read: " + e, e);
        }
    }

    private static void requirePositive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " is " + value + ", not positive");
        }
    }
}
