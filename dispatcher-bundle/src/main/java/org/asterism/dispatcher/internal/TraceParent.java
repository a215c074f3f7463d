package org.asterism.dispatcher.internal;

import java.util.List;

/** The header {@code traceparent} of W3C Trace Context, level 1 (https://www.w3.org/TR/trace-context/#traceparent-header). */
public final class TraceParent {

    private static final int LENGTH = 55;
    private static final int TRACE = 3;
    private static final int PARENT = 36;
    private static final int FLAGS = 53;

    private TraceParent() {}

    /**
     * The id of the trace that these headers tell of; empty if they are not one valid header. One of a later version may be longer, and
     * its begin is understood.
     */
    public static String traceOf(List<String> headers) {
        return headers.size() == 1 && isValid(headers.get(0)) ? headers.get(0).substring(TRACE, PARENT - 1) : "";
    }

    static boolean isValid(String header) {
        if (header.length() < LENGTH
                || !isHex(header, 0, 2)
                || header.startsWith("ff")
                || header.charAt(2) != '-'
                || header.charAt(PARENT - 1) != '-'
                || header.charAt(FLAGS - 1) != '-') {
            return false;
        }
        boolean ends = header.length() == LENGTH || (!header.startsWith("00") && header.charAt(LENGTH) == '-');
        return ends
                && isId(header, TRACE, PARENT - 1)
                && isId(header, PARENT, FLAGS - 1)
                && isHex(header, FLAGS, LENGTH);
    }

    private static boolean isId(String text, int from, int to) {
        return isHex(text, from, to) && text.chars().skip(from).limit(to - from).anyMatch(c -> c != '0');
    }

    /** In lower case only. */
    private static boolean isHex(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f')) {
                return false;
            }
        }
        return true;
    }

    /** The header of a trace that begins here. */
    public static String begin(String trace, long span, boolean sampled) {
        char[] digits = new char[16];
        RequestIds.hex(span == 0 ? 1 : span, digits, 0);
        return "00-" + trace + '-' + new String(digits) + (sampled ? "-01" : "-00");
    }
}
