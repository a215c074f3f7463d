package org.asterism.dispatcher.internal;

/** The ids that follow a request through the system: its own ({@code X-Request-ID}) and that of its trace. */
public final class RequestIds {

    private static final int MAX_LENGTH = 128;
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private RequestIds() {}

    /** Whether a client's id can be taken over: short, and of characters that do no harm in a log or a header. */
    public static boolean isValid(String id) {
        if (id.isEmpty() || id.length() > MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean alphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!alphanumeric && "-_.:+=/@".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    /** 128 random bits as 32 hexadecimal digits; not all zero. */
    public static String hex(long high, long low) {
        char[] digits = new char[32];
        hex(high, digits, 0);
        hex((high | low) == 0 ? 1 : low, digits, 16);
        return new String(digits);
    }

    static void hex(long bits, char[] digits, int from) {
        for (int i = 0; i < 16; i++) {
            digits[from + i] = HEX[(int) (bits >>> (60 - 4 * i)) & 0xf];
        }
    }
}
