package org.asterism.dispatcher.internal;

/** The cookie that ties a browser to one node, made once for it. */
public final class StickyCookie {

    private static final String ATTRIBUTES = "; Path=/; HttpOnly; SameSite=Lax";

    private final String value;
    private final String header;
    private final String secureHeader;
    private final String line;
    private final String secureLine;

    StickyCookie(String value) {
        this.value = value;
        this.header = KeyResolver.COOKIE + "=" + value + ATTRIBUTES;
        this.secureHeader = header + "; Secure";
        this.line = "set-cookie: " + header + "\r\n";
        this.secureLine = "set-cookie: " + secureHeader + "\r\n";
    }

    /** What the browser sends back: {@code a.1} for node {@code a/1}, a dot, and the signature. */
    public String value() {
        return value;
    }

    /** The value of {@code Set-Cookie}. */
    public String header(boolean secure) {
        return secure ? secureHeader : header;
    }

    /** The whole line of an answer, with its line end. */
    public String line(boolean secure) {
        return secure ? secureLine : line;
    }

    /** Compares in a time that does not depend on where they differ. */
    boolean is(String given) {
        if (given.length() != value.length()) {
            return false;
        }
        int difference = 0;
        for (int i = 0; i < value.length(); i++) {
            difference |= given.charAt(i) ^ value.charAt(i);
        }
        return difference == 0;
    }
}
