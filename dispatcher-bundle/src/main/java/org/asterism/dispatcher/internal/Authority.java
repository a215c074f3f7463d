package org.asterism.dispatcher.internal;

import java.util.regex.Pattern;

/** The host and port that a request is for (RFC 9110, 7.2). */
public final class Authority {

    private static final Pattern VALID =
            Pattern.compile("(?:\\[[0-9a-fA-F:.]+\\]|[A-Za-z0-9._~!$&'()*+;=%-]*)(?::[0-9]{0,5})?");

    private Authority() {}

    /** Whether it is a host with or without a port, or empty. */
    public static boolean isValid(String authority) {
        return isPlain(authority) || VALID.matcher(authority).matches();
    }

    /** A name alone, as nearly all are. */
    private static boolean isPlain(String authority) {
        for (int i = 0; i < authority.length(); i++) {
            char c = authority.charAt(i);
            if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '.' && c != '-') {
                return false;
            }
        }
        return true;
    }

    /** That of a target that names it: {@code shop.test:80} of {@code http://shop.test:80/cart}. */
    public static String of(String target) {
        int start = target.indexOf("://") + 3;
        return target.substring(start, end(target, start));
    }

    /** The same target without it: {@code /cart} of {@code http://shop.test:80/cart}. */
    public static String without(String target) {
        String rest = target.substring(end(target, target.indexOf("://") + 3));
        return rest.startsWith("/") ? rest : "/" + rest;
    }

    /** Without its port. */
    public static String host(String authority) {
        int colon = authority.lastIndexOf(':');
        return colon > authority.lastIndexOf(']') ? authority.substring(0, colon) : authority;
    }

    private static int end(String target, int start) {
        int end = start;
        while (end < target.length() && target.charAt(end) != '/' && target.charAt(end) != '?') {
            end++;
        }
        return end;
    }
}
