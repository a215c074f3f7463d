package org.asterism.remote.internal.cbor;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;

/** Collects bytes and refuses those past a bound. */
final class BoundedBytes extends OutputStream {

    private static final byte[] NONE = {};

    private final int max;
    private byte[] bytes = NONE;
    private int size;
    private boolean refused;

    BoundedBytes(int max) {
        this.max = max;
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] more, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, more.length);
        if (length > max - size) {
            refused = true;
            throw new IOException("more than " + max + " bytes");
        }
        int needed = size + length;
        if (needed > bytes.length) { // the generator writes a small message at once: then there is nothing to spare
            bytes = Arrays.copyOf(bytes, size == 0 ? needed : Math.max(needed, Math.min(max, 2 * size)));
        }
        System.arraycopy(more, offset, bytes, size, length);
        size = needed;
    }

    /** Whether there was more than the bound. */
    boolean refused() {
        return refused;
    }

    byte[] toByteArray() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }
}
