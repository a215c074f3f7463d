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
    private static final int MOST_DIGITS = 18;

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

    /** Whether a line may begin with it: a name, or an empty line. */
    static boolean mayBeginLine(byte first) {
        return TOKEN[first & 0xff] || first == '\r';
    }

    /** Where the name that begins there ends. */
    static int endOfName(byte[] line, int from, int to) {
        int end = from;
        while (end < to && TOKEN[line[end] & 0xff]) {
            end++;
        }
        return end;
    }

    static boolean isName(byte[] line, int from, int to) {
        return to > from && endOfName(line, from, to) == to;
    }

    /** Of HTTP/2, where names are in lower case. */
    static boolean isName(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= DELETE || !TOKEN[c] || (c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return text.length() > 0;
    }

    static int skipBlanks(byte[] line, int from, int to) {
        int at = from;
        while (at < to && isBlank(line[at])) {
            at++;
        }
        return at;
    }

    /** Where it ends without the blanks at its end. */
    static int dropBlanks(byte[] line, int from, int to) {
        int end = to;
        while (end > from && isBlank(line[end - 1])) {
            end--;
        }
        return end;
    }

    static boolean isValue(byte[] line, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isValue(line[i] & 0xff)) {
                return false;
            }
        }
        return true;
    }

    static boolean isValue(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isValue(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isValue(int c) {
        return (c >= FIRST_PRINTABLE && c != DELETE) || c == '\t';
    }

    /** Whether it is a number of digits alone, which fits a long. */
    static boolean isLength(String text) {
        boolean fits = !text.isEmpty() && text.length() <= MOST_DIGITS;
        for (int i = 0; fits && i < text.length(); i++) {
            fits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return fits;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
