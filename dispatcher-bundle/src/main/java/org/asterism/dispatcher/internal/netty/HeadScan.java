package org.asterism.dispatcher.internal.netty;

import java.nio.charset.StandardCharsets;

/**
 * Walks through the lines of a head that is strictly well-formed (RFC 9112, 5; RFC 9110, 5.5): no line folding, no blank before a
 * colon, no bare line feed, no control characters. What is not, is left to the decoder, which knows what to answer.
 */
final class HeadScan {

    static final int MALFORMED = -1;

    private static final boolean[] TOKEN = table("!#$%&'*+-.^_`|~", true);
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int DELETE = 0x7f;

    private byte[] bytes = {};
    private int size;
    private int name;
    private int nameEnd;
    private int value;
    private int valueEnd;

    private static boolean[] table(String marks, boolean alphanumeric) {
        boolean[] table = new boolean[256];
        for (int c = 0; c < DELETE; c++) {
            table[c] = (alphanumeric && Character.isLetterOrDigit(c)) || marks.indexOf(c) >= 0;
        }
        return table;
    }

    void begin(byte[] head, int length) {
        bytes = head;
        size = length;
    }

    /** Where the line that begins there ends, without its line end. */
    int endOfLine(int from) {
        for (int i = from; i + 1 < size; i++) {
            int c = bytes[i] & 0xff;
            if (c == '\r') {
                return bytes[i + 1] == '\n' ? i : MALFORMED;
            }
            if (c == DELETE || (c < FIRST_PRINTABLE && c != '\t')) {
                return MALFORMED;
            }
        }
        return MALFORMED;
    }

    /** Takes the header that begins there. Returns where the next one begins. */
    int header(int from) {
        int colon = from;
        while (colon < size && TOKEN[bytes[colon] & 0xff]) {
            colon++;
        }
        if (colon == from || colon == size || bytes[colon] != ':') {
            return MALFORMED;
        }
        int end = endOfLine(colon + 1);
        if (end < 0) {
            return MALFORMED;
        }
        name = from;
        nameEnd = colon;
        trim(colon + 1, end);
        return end + 2;
    }

    private void trim(int from, int to) {
        value = from;
        valueEnd = to;
        while (value < valueEnd && isBlank(bytes[value])) {
            value++;
        }
        while (valueEnd > value && isBlank(bytes[valueEnd - 1])) {
            valueEnd--;
        }
    }

    private static boolean isBlank(byte c) {
        return c == ' ' || c == '\t';
    }

    /** Whether the head ends there. */
    boolean isEnd(int at) {
        return at + 1 < size && bytes[at] == '\r' && bytes[at + 1] == '\n';
    }

    int nameLength() {
        return nameEnd - name;
    }

    /** Whether the header has this name, which is in lower case. */
    boolean isNamed(byte[] lower) {
        if (nameEnd - name != lower.length) {
            return false;
        }
        for (int i = 0; i < lower.length; i++) {
            int c = bytes[name + i];
            if ((c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c) != lower[i]) {
                return false;
            }
        }
        return true;
    }

    /** The value of the header as a length; {@link #MALFORMED} if it is none of at most nine digits. */
    int length() {
        if (valueEnd == value || valueEnd - value > 9) {
            return MALFORMED;
        }
        int length = 0;
        for (int i = value; i < valueEnd; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return MALFORMED;
            }
            length = length * 10 + (bytes[i] - '0');
        }
        return length;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
