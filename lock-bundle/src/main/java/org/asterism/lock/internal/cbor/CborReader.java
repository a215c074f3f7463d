package org.asterism.lock.internal.cbor;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads what {@link CborWriter} writes; refuses everything else, and every length that exceeds what is there. */
final class CborReader {

    private static final int INFO = 0x1F;
    private static final int LONGEST = 27;
    private static final int MAX_TEXT = 4096;

    private final byte[] bytes;
    private int position;

    CborReader(byte[] bytes) {
        this.bytes = bytes;
    }

    long uint() {
        return head(CborWriter.UINT);
    }

    /** A number that is a time or an amount. */
    long amount() {
        long value = uint();
        require(value >= 0, "a number is too large");
        return value;
    }

    boolean flag() {
        return uint() != 0;
    }

    String text() {
        int size = textLength();
        String text = new String(bytes, position, size, StandardCharsets.UTF_8);
        position += size;
        return text;
    }

    /** A text of which there are few different ones: mostly not a new object. */
    String name() {
        int size = textLength();
        String text = Names.of(bytes, position, size);
        position += size;
        return text;
    }

    /** @param max so many elements at most */
    <T> List<T> list(int max, Function<CborReader, T> read) {
        long size = uint();
        require(size >= 0 && size <= max && size <= bytes.length - position, "a list is too long");
        List<T> elements = new ArrayList<>((int) size);
        for (int i = 0; i < size; i++) {
            elements.add(read.apply(this));
        }
        return elements;
    }

    /** One of these, by its number. */
    <E> E oneOf(E[] all) {
        long number = uint();
        require(number >= 0 && number < all.length, "an unknown constant");
        return all[(int) number];
    }

    static void require(boolean valid, String what) {
        if (!valid) {
            throw new IllegalArgumentException("not a lock message: " + what);
        }
    }

    private int textLength() {
        long size = head(CborWriter.TEXT);
        require(size >= 0 && size <= MAX_TEXT && size <= bytes.length - position, "a text is too long");
        return (int) size;
    }

    private long head(int major) {
        require(position < bytes.length, "it ends too early");
        int first = bytes[position++] & 0xFF;
        int info = first & INFO;
        require(first >>> CborWriter.MAJOR == major && info <= LONGEST, "an item of another type is expected");
        return info < CborWriter.ONE_BYTE ? info : number(1 << (info - CborWriter.ONE_BYTE));
    }

    private long number(int size) {
        require(bytes.length - position >= size, "it ends too early");
        long value = 0;
        for (int i = 0; i < size; i++) {
            value = value << Byte.SIZE | (bytes[position++] & 0xFF);
        }
        return value;
    }
}
