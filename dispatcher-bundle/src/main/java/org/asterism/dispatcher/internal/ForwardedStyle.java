package org.asterism.dispatcher.internal;

import java.util.Arrays;
import java.util.Locale;

/** How nodes are told who the client is. */
public enum ForwardedStyle {
    /** {@code X-Forwarded-For}, {@code -Host} and {@code -Proto}. */
    X_FORWARDED,
    /** {@code Forwarded} (RFC 7239). */
    FORWARDED,
    /** Both, which say the same. */
    BOTH;

    /** @throws IllegalArgumentException if it is none */
    public static ForwardedStyle of(String text) {
        return Arrays.stream(values())
                .filter(style -> style.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "forwarded.style is '" + text + "', not x-forwarded, forwarded or both"));
    }

    private String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean isOld() {
        return this != FORWARDED;
    }

    public boolean isStandard() {
        return this != X_FORWARDED;
    }
}
