package org.asterism.dispatcher.internal;

import java.util.List;
import org.asterism.cluster.MemberId;

/**
 * Stickiness: finds the cookie that ties a browser to a server node. Its value is the node's id with a dot, another dot, and the
 * signature that {@link StickyKey} makes: {@code a.1.yLWjLMNbEXLtZEIDSh-2aw}.
 */
public final class KeyResolver {

    public static final String COOKIE = "ASTERISM_NODE";

    /** No key. */
    public static final String NONE = "";

    private static final String PREFIX = COOKIE + "=";
    private static final int MAX_LENGTH = 128;

    private KeyResolver() {}

    /** What stands for the node in the cookie; member ids have no dot, so that this can be told apart. */
    static String nameOf(MemberId id) {
        return id.value().replace('/', '.');
    }

    /** The first valid key among the cookies, or {@link #NONE}. */
    public static String resolve(List<String> cookieHeaders) {
        for (int i = 0; i < cookieHeaders.size(); i++) {
            String key = resolve(cookieHeaders.get(i));
            if (!key.equals(NONE)) {
                return key;
            }
        }
        return NONE;
    }

    private static String resolve(String cookies) {
        for (int at = cookies.indexOf(PREFIX); at >= 0; at = cookies.indexOf(PREFIX, at + 1)) {
            int start = at + PREFIX.length();
            int semicolon = cookies.indexOf(';', start);
            int end = semicolon < 0 ? cookies.length() : semicolon;
            if (beginsCookie(cookies, at) && valid(cookies, start, end)) {
                return cookies.substring(start, end);
            }
        }
        return NONE;
    }

    private static boolean beginsCookie(String cookies, int at) {
        return at == 0 || cookies.charAt(at - 1) == ' ' || cookies.charAt(at - 1) == ';';
    }

    /** Whether it looks like one; whether it is one only the signature can tell. */
    private static boolean valid(String text, int start, int end) {
        int signature = text.lastIndexOf('.', end - 1);
        return end - start <= MAX_LENGTH
                && signature > start
                && signature < end - 1
                && isName(text, start, signature)
                && isSignature(text, signature + 1, end);
    }

    private static boolean isName(String text, int start, int end) {
        int dots = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == '.') {
                dots++;
            } else if (!(c >= 'a' && c <= 'z') && !isDigitOrDash(c)) {
                return false;
            }
        }
        return dots == 1 && text.charAt(start) != '.' && text.charAt(end - 1) != '.';
    }

    private static boolean isSignature(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (!(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') && !isDigitOrDash(c) && c != '_') {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigitOrDash(char c) {
        return (c >= '0' && c <= '9') || c == '-';
    }

    /** The part of a valid key that is the node's. */
    static String nameIn(String key) {
        return key.substring(0, Math.max(0, key.lastIndexOf('.')));
    }
}
