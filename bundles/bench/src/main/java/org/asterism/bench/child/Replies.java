package org.asterism.bench.child;

/** How an answer looks on the output of a child; other lines there are none. */
final class Replies {

    private static final String OK = "@ok ";
    private static final String FAILED = "@failed ";

    private Replies() {}

    static String ok(String answer) {
        return OK + answer;
    }

    static String failed(Exception cause) {
        return FAILED + cause.toString().replaceAll("\\s+", " ");
    }

    static boolean isReply(String line) {
        return isOk(line) || line.startsWith(FAILED);
    }

    static boolean isOk(String line) {
        return line.startsWith(OK);
    }

    static String text(String reply) {
        return reply.substring(isOk(reply) ? OK.length() : FAILED.length());
    }
}
