package org.asterism.dispatcher.internal;

import java.util.ArrayDeque;
import java.util.Deque;

/** The path of a request target as far as the choice of the application goes. What is sent on is the original. */
public final class RequestPath {

    private static final int HEX = 16;

    private RequestPath() {}

    /** {@code /shop/cart} of {@code /shop/cart?x=1} and of {@code http://host/shop;a=b/%63art}. */
    public static String of(String requestTarget) {
        int start = requestTarget.startsWith("/") ? 0 : startOfPath(requestTarget);
        int end = endOfPath(requestTarget, start);
        if (end <= start) {
            return "/";
        }
        String path = requestTarget.substring(start, end);
        return isPlain(path) ? path : resolve(path);
    }

    private static int startOfPath(String absolute) {
        int scheme = absolute.indexOf("://");
        int slash = scheme < 0 ? -1 : absolute.indexOf('/', scheme + 3);
        int end = endOfPath(absolute, 0);
        return slash < 0 || slash > end ? end : slash;
    }

    private static int endOfPath(String target, int start) {
        int query = target.indexOf('?', start);
        int fragment = target.indexOf('#', start);
        int end = query < 0 ? target.length() : query;
        return fragment < 0 ? end : Math.min(end, fragment);
    }

    private static boolean isPlain(String path) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '%' || c == ';' || (c == '/' && i + 1 < path.length() && isSpecial(path.charAt(i + 1)))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSpecial(char afterSlash) {
        return afterSlash == '.' || afterSlash == '/';
    }

    /** Without parameters, escapes, empty and dot segments, as servlet engines see it. */
    private static String resolve(String path) {
        Deque<String> segments = new ArrayDeque<>();
        for (String raw : path.split("/", -1)) {
            int parameters = raw.indexOf(';');
            String segment = decode(parameters < 0 ? raw : raw.substring(0, parameters));
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        return "/" + String.join("/", segments);
    }

    private static String decode(String segment) {
        if (segment.indexOf('%') < 0) {
            return segment;
        }
        StringBuilder decoded = new StringBuilder(segment.length());
        for (int i = 0; i < segment.length(); i++) {
            int value = segment.charAt(i) == '%' ? hex(segment, i + 1) : -1;
            decoded.append(value < 0 ? segment.charAt(i) : (char) value);
            i += value < 0 ? 0 : 2;
        }
        return decoded.toString();
    }

    private static int hex(String text, int at) {
        if (at + 2 > text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at), HEX);
        int low = Character.digit(text.charAt(at + 1), HEX);
        return high < 0 || low < 0 ? -1 : high * HEX + low;
    }
}
