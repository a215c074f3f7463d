package org.asterism.protocol.frame;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing array with the few CBOR items (RFC 8949) that a frame needs. Written by hand: this is the hot path. */
final class CborOut {

    static final int UINT = 0;
    static final int BYTES = 2;
    static final int TEXT = 3;

    private static final int MAJOR = 5;
    private static final int ONE_BYTE = 24;
    private static final int LONG_HEAD = 9;
    private static final int BYTES_WITH_INT_LENGTH = BYTES << MAJOR | 26;

    private byte[] bytes;
    private int length;

    CborOut(int capacity) {
        this.bytes = new byte[capacity];
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    /** What was written is at its beginning. */
    byte[] array() {
        return bytes;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    void uint(long value) {
        head(UINT, value);
    }

    void text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        head(TEXT, utf8.length);
        raw(utf8);
    }

    void bytes(byte[] value) {
        head(BYTES, value.length);
        raw(value);
    }

    void raw(byte[] value) {
        raw(value, 0, value.length);
    }

    void raw(byte[] value, int begin, int end) {
        ensure(end - begin);
        System.arraycopy(value, begin, bytes, length, end - begin);
        length += end - begin;
    }

    /** Begins a byte string whose length is not known yet. */
    int openBytes() {
        ensure(LONG_HEAD);
        bytes[length++] = (byte) BYTES_WITH_INT_LENGTH;
        length += Integer.BYTES;
        return length;
    }

    /** Ends the byte string that began there. */
    void closeBytes(int begin) {
        int size = length - begin;
        for (int i = 0; i < Integer.BYTES; i++) {
            bytes[begin - 1 - i] = (byte) (size >>> (Byte.SIZE * i));
        }
    }

    private void head(int major, long value) {
        ensure(LONG_HEAD);
        if (value >= 0 && value < ONE_BYTE) {
            bytes[length++] = (byte) (major << MAJOR | value);
            return;
        }
        int power = value < 0 || value > 0xFFFF_FFFFL ? 3 : value > 0xFFFF ? 2 : value > 0xFF ? 1 : 0;
        bytes[length++] = (byte) (major << MAJOR | (ONE_BYTE + power));
        for (int shift = ((1 << power) - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes[length++] = (byte) (value >>> shift);
        }
    }

    private void ensure(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
