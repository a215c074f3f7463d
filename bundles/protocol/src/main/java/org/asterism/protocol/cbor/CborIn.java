package org.asterism.protocol.cbor;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.asterism.protocol.CodecException;

/** Reads what {@link CborOut} writes; refuses everything else, and every length that exceeds what is there. */
public final class CborIn {

    private static final int INFO = 0x1F;
    private static final int ONE_BYTE = 24;
    private static final int LONGEST = 27;
    private static final int MAX_TEXT = 1024;
    private static final int MAX_DEPTH = 16;
    private static final int MAX_PRESIZED = 1024;

    private final byte[] bytes;
    private final int end;
    private int position;

    public CborIn(byte[] bytes, int begin, int end) {
        this.bytes = bytes;
        this.position = begin;
        this.end = end;
    }

    /** Reads one element of a list. */
    @FunctionalInterface
    public interface Element<T> {
        T read(CborIn in) throws CodecException;
    }

    public boolean atEnd() {
        return position >= end;
    }

    public int position() {
        return position;
    }

    public long uint() throws CodecException {
        return head(CborOut.UINT);
    }

    /** A whole number of either sign. */
    public long integer() throws CodecException {
        return next() == CborOut.NEGATIVE ? ~head(CborOut.NEGATIVE) : head(CborOut.UINT);
    }

    public boolean bool() throws CodecException {
        int value = one();
        if (value != (CborOut.SIMPLE << CborOut.MAJOR | CborOut.FALSE)
                && value != (CborOut.SIMPLE << CborOut.MAJOR | CborOut.TRUE)) {
            throw malformed("a truth value is expected");
        }
        return (value & INFO) == CborOut.TRUE;
    }

    public double real() throws CodecException {
        if (one() != (CborOut.SIMPLE << CborOut.MAJOR | CborOut.DOUBLE)) {
            throw malformed("a number is expected");
        }
        return Double.longBitsToDouble(number(Double.BYTES));
    }

    /** A short text. */
    public String text() throws CodecException {
        return text(MAX_TEXT);
    }

    /** A text of any length. */
    public String longText() throws CodecException {
        return text(Integer.MAX_VALUE);
    }

    private String text(int max) throws CodecException {
        int length = length(CborOut.TEXT, max);
        String text = new String(bytes, position, length, StandardCharsets.UTF_8);
        position += length;
        return text;
    }

    public byte[] bytes() throws CodecException {
        int length = length(CborOut.BYTES, Integer.MAX_VALUE);
        position += length;
        return Arrays.copyOfRange(bytes, position - length, position);
    }

    /** Steps into a byte string and returns where it ends. */
    public int openBytes() throws CodecException {
        return length(CborOut.BYTES, Integer.MAX_VALUE) + position;
    }

    public void skipTo(int newPosition) {
        position = newPosition;
    }

    /** How many items follow that belong together; no more than there are bytes. */
    public int array() throws CodecException {
        return length(CborOut.ARRAY, Integer.MAX_VALUE);
    }

    /** How many pairs of items follow; no more than there are bytes. */
    public int map() throws CodecException {
        return length(CborOut.MAP, Integer.MAX_VALUE);
    }

    /** Steps into an array that has at least so many items; returns how many more there are, which a newer sender knows. */
    public int open(int known) throws CodecException {
        int size = array();
        if (size < known) {
            throw malformed("items are missing");
        }
        return size - known;
    }

    public <T> List<T> list(Element<T> element) throws CodecException {
        int size = array();
        List<T> elements = new ArrayList<>(Math.min(size, MAX_PRESIZED));
        for (int i = 0; i < size; i++) {
            elements.add(element.read(this));
        }
        return Collections.unmodifiableList(elements);
    }

    /** Steps over what is here, if it is exactly this item; false and nothing happens if not. */
    public boolean isNext(byte[] item) {
        boolean same = end - position >= item.length
                && Arrays.equals(bytes, position, position + item.length, item, 0, item.length);
        position += same ? item.length : 0;
        return same;
    }

    /** A copy of what was read since this position. */
    public byte[] since(int begin) {
        return Arrays.copyOfRange(bytes, begin, position);
    }

    /** The major type of the next item. */
    int next() throws CodecException {
        require(1);
        return (bytes[position] & 0xFF) >>> CborOut.MAJOR;
    }

    /** Whether the next item is of this kind. */
    public boolean isText() throws CodecException {
        return next() == CborOut.TEXT;
    }

    public boolean isArray() throws CodecException {
        return next() == CborOut.ARRAY;
    }

    public boolean isInteger() throws CodecException {
        return next() == CborOut.UINT || next() == CborOut.NEGATIVE;
    }

    public boolean isReal() throws CodecException {
        return next() == CborOut.SIMPLE && (bytes[position] & INFO) == CborOut.DOUBLE;
    }

    /** Steps over so many items. */
    public void skip(int items) throws CodecException {
        skip(items, MAX_DEPTH);
    }

    private void skip(int items, int depth) throws CodecException {
        if (depth == 0) {
            throw malformed("it is nested too deeply");
        }
        for (int i = 0; i < items; i++) {
            int major = next();
            if (major == CborOut.ARRAY) {
                skip(array(), depth - 1);
            } else if (major == CborOut.MAP) {
                int pairs = map();
                skip(pairs, depth - 1);
                skip(pairs, depth - 1);
            } else {
                long value = head(major);
                position += major == CborOut.BYTES || major == CborOut.TEXT ? bounded(value, Integer.MAX_VALUE) : 0;
            }
        }
    }

    private int length(int major, int max) throws CodecException {
        return bounded(head(major), max);
    }

    private int bounded(long length, int max) throws CodecException {
        if (length < 0 || length > max || length > end - position) {
            throw malformed("a length exceeds what is there");
        }
        return (int) length;
    }

    private long head(int major) throws CodecException {
        int first = one();
        int info = first & INFO;
        if (first >>> CborOut.MAJOR != major || info > LONGEST) {
            throw malformed("an item of another type is expected");
        }
        return info < ONE_BYTE ? info : number(1 << (info - ONE_BYTE));
    }

    private int one() throws CodecException {
        require(1);
        return bytes[position++] & 0xFF;
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
            throw malformed("it ends too early");
        }
    }

    private static CodecException malformed(String problem) {
        return CodecException.malformed("a frame: " + problem, null);
    }
}
