package org.asterism.deploying;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells how far it is read, after each mebibyte. For one thread. */
final class CountingStream extends FilterInputStream {

    private static final long STEP = 1L << 20;

    private final LongConsumer listener;
    private long count;
    private long next = STEP;

    CountingStream(InputStream content, LongConsumer listener) {
        super(content);
        this.listener = listener;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        counted(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        counted(Math.max(0, read));
        return read;
    }

    private void counted(int more) {
        count += more;
        if (count >= next) {
            next = count + STEP;
            listener.accept(count);
        }
    }
}
