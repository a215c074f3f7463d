package org.asterism.sessions.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Takes so many bytes and no more, but for what an {@code ObjectOutputStream} writes of the failure that ends it. */
final class BoundedBytes extends OutputStream {

    private static final int FAILURE = 1 << 16;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    private final int limit;

    BoundedBytes(int limit) {
        this.limit = limit;
    }

    @Override
    public void write(int b) throws IOException {
        reserve(1);
        bytes.write(b);
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        reserve(length);
        bytes.write(source, offset, length);
    }

    private void reserve(int length) throws IOException {
        if (length > limit + FAILURE - bytes.size()) {
            throw tooLarge();
        }
    }

    private IOException tooLarge() {
        return new IOException("the session has more than max.bytes=" + limit + " bytes");
    }

    void check() throws IOException {
        if (bytes.size() > limit) {
            throw tooLarge();
        }
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }
}
