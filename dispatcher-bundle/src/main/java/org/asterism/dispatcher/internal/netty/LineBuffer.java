package org.asterism.dispatcher.internal.netty;

import io.netty.buffer.ByteBuf;

/** Takes lines, which end with CRLF, out of what has come. One for each event loop, for it has a buffer. */
final class LineBuffer {

    private static final byte LF = '\n';
    private static final int CRLF = 2;

    private final byte[] bytes;
    private int size;

    /** @param most bytes of a line */
    LineBuffer(int most) {
        this.bytes = new byte[most + CRLF];
    }

    /** The line that was taken last, without its end. Later ones overwrite it. */
    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    /**
     * Takes the next line.
     *
     * @param searched how many of the bytes are known not to be its end
     * @param most bytes of it
     * @return false if its end has not come yet
     * @throws TooLong if it is longer
     * @throws MalformedRequest if it ends with a line feed alone
     */
    boolean take(ByteBuf in, int searched, int most) {
        int begin = in.readerIndex();
        int end = in.indexOf(begin + searched, in.writerIndex(), LF);
        int length = (end < 0 ? in.writerIndex() : end) - begin;
        if (length > most + 1) {
            throw new TooLong();
        }
        if (end < 0) {
            return false;
        }
        if (length == 0 || in.getByte(end - 1) != '\r') {
            throw new MalformedRequest("a line does not end with CR LF");
        }
        size = length - 1;
        in.getBytes(begin, bytes, 0, size);
        in.readerIndex(end + 1);
        return true;
    }

    /** A line is longer than it may be. */
    static final class TooLong extends RuntimeException {

        private static final long serialVersionUID = 1;

        TooLong() {
            super("a line is too long", null, false, false);
        }
    }
}
