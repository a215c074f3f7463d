package org.asterism.protocol.cbor;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.BiConsumer;

/** A growing array of CBOR items. Not thread-safe. */
public final class CborOut {

    static final int UINT = 0;
    static final int NEGATIVE = 1;
    static final int BYTES = 2;
    static final int TEXT = 3;
    static final int ARRAY = 4;
    static final int MAP = 5;
    static final int SIMPLE = 7;
    static final int FALSE = 20;
    static final int TRUE = 21;
    static final int DOUBLE = 27;

    static final int MAJOR = 5;
    private static final int ONE_BYTE = 24;
    private static final int LONG_HEAD = 9;
    private static final int BYTES_WITH_INT_LENGTH = BYTES << MAJOR | 26;

    private byte[] bytes;
    private int length;

    public CborOut(int capacity) {
        this.bytes = new byte[capacity];
    }

    public int length() {
        return length;
    }

    public void clear() {
        length = 0;
    }

    /** What was written is at its beginning. */
    public byte[] array() {
        return bytes;
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    public void uint(long value) {
        head(UINT, value);
    }

    /** A whole number of either sign. */
    public void integer(long value) {
        head(value < 0 ? NEGATIVE : UINT, value < 0 ? ~value : value);
    }

    public void bool(boolean value) {
        head(SIMPLE, value ? TRUE : FALSE);
    }

    public void real(double value) {
        ensure(LONG_HEAD);
        bytes[length++] = (byte) (SIMPLE << MAJOR | DOUBLE);
        raw(Double.doubleToRawLongBits(value), Double.BYTES);
    }

    public void text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        head(TEXT, utf8.length);
        raw(utf8);
    }

    public void bytes(byte[] value) {
        head(BYTES, value.length);
        raw(value);
    }

    /** So many items follow that belong together. */
    public void array(int size) {
        head(ARRAY, size);
    }

    /** So many pairs of items follow: keys and values. */
    public void map(int size) {
        head(MAP, size);
    }

    /** Each element of a list is written by this. */
    public <T> void list(Collection<T> elements, BiConsumer<CborOut, T> writer) {
        array(elements.size());
        for (T element : elements) {
            writer.accept(this, element);
        }
    }

    public void raw(byte[] value) {
        raw(value, 0, value.length);
    }

    public void raw(byte[] value, int begin, int end) {
        ensure(end - begin);
        System.arraycopy(value, begin, bytes, length, end - begin);
        length += end - begin;
    }

    /** Begins a byte string whose length is not known yet. */
    public int openBytes() {
        ensure(LONG_HEAD);
        bytes[length++] = (byte) BYTES_WITH_INT_LENGTH;
        length += Integer.BYTES;
        return length;
    }

    /** Ends the byte string that began there. */
    public void closeBytes(int begin) {
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
        raw(value, 1 << power);
    }

    private void raw(long value, int size) {
        for (int shift = (size - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes[length++] = (byte) (value >>> shift);
        }
    }

    private void ensure(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
