package org.asterism.dispatcher.internal.netty;

/** The line before a chunk: its size, and extensions that are dropped but must be well-formed (RFC 9112, 7.1). */
final class ChunkLine {

    private static final int MOST_DIGITS = 15;
    private static final int HEX = 16;

    private final byte[] line;
    private final int size;
    private int at;

    private ChunkLine(byte[] line, int size) {
        this.line = line;
        this.size = size;
    }

    /** @throws MalformedRequest if it is none */
    static long sizeOf(byte[] line, int size) {
        ChunkLine chunk = new ChunkLine(line, size);
        long value = chunk.number();
        while (chunk.at < size) {
            chunk.extension();
        }
        return value;
    }

    private long number() {
        long value = 0;
        while (at < size && Character.digit(line[at], HEX) >= 0) {
            value = value * HEX + Character.digit(line[at++], HEX);
            require(at <= MOST_DIGITS);
        }
        require(at > 0);
        return value;
    }

    private void extension() {
        blanks();
        require(take(';'));
        blanks();
        token();
        int end = at;
        blanks();
        if (take('=')) {
            blanks();
            if (take('"')) {
                quoted();
            } else {
                token();
            }
        } else {
            at = end;
        }
    }

    private void blanks() {
        at = HeadScan.skipBlanks(line, at, size);
    }

    private boolean take(char c) {
        boolean there = at < size && line[at] == c;
        at += there ? 1 : 0;
        return there;
    }

    private void token() {
        int end = HeadScan.endOfName(line, at, size);
        require(end > at);
        at = end;
    }

    private void quoted() {
        while (!take('"')) {
            at += at < size && line[at] == '\\' ? 1 : 0;
            require(at < size && HeadScan.isValue(line, at, at + 1));
            at++;
        }
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new MalformedRequest("a chunk is malformed");
        }
    }
}
