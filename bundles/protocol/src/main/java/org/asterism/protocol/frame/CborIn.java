package org.asterism.protocol.frame;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.asterism.protocol.CodecException;

/** Reads what {@link CborOut} writes; refuses everything else, and every length that exceeds what is there. */
final class CborIn {

    private static final int MAJOR = 5;
    private static final int INFO = 0x1F;
    private static final int ONE_BYTE = 24;
    private static final int LONGEST = 27;
    private static final int MAX_TEXT = 1024;

    private final byte[] bytes;
    private final int end;
    private int position;

    CborIn(byte[] bytes, int begin, int end) {
        this.bytes = bytes;
        this.position = begin;
        this.end = end;
    }

    boolean atEnd() {
        return position >= end;
    }

    int position() {
        return position;
    }

    long uint() throws CodecException {
        return head(CborOut.UINT);
    }

    String text() throws CodecException {
        int length = length(CborOut.TEXT, MAX_TEXT);
        String text = new String(bytes, position, length, StandardCharsets.UTF_8);
        position += length;
        return text;
    }

    byte[] bytes() throws CodecException {
        int length = length(CborOut.BYTES, Integer.MAX_VALUE);
        position += length;
        return Arrays.copyOfRange(bytes, position - length, position);
    }

    /** Steps into a byte string and returns where it ends. */
    int openBytes() throws CodecException {
        return length(CborOut.BYTES, Integer.MAX_VALUE) + position;
    }

    void skipTo(int newPosition) {
        position = newPosition;
    }

    private int length(int major, int max) throws CodecException {
        long length = head(major);
        if (length < 0 || length > max || length > end - position) {
            throw CodecException.malformed("a frame: a length exceeds what is there", null);
        }
        return (int) length;
    }

    private long head(int major) throws CodecException {
        require(1);
        int first = bytes[position++] & 0xFF;
        int info = first & INFO;
        if (first >>> MAJOR != major || info > LONGEST) {
            throw CodecException.malformed("a frame: an item of another type is expected", null);
        }
        return info < ONE_BYTE ? info : number(1 << (info - ONE_BYTE));
    }

    private long number(int size) throws CodecException {
        require(size);
        long value = 0;
        for (int i = 0; i < size; i++) {
            value = value << Byte.SIZE | (bytes[position++] & 0xFF);
        }
        return value;
    }

    private void require(int more) throws CodecException {
        if (end - position < more) {
            throw CodecException.malformed("a frame: it ends too early", null);
        }
    }
}
