package org.asterism.bench.netty;

import io.netty.buffer.ByteBuf;
import io.netty.util.ByteProcessor;

/** Finds the empty line that ends the head of a message, also across reads. */
final class HeadEnd implements ByteProcessor {

    private int matched;

    /** Reads up to the end of the next head. Returns whether that was there; else all was read. */
    boolean passed(ByteBuf bytes) {
        int last = bytes.forEachByte(this);
        bytes.readerIndex(last < 0 ? bytes.writerIndex() : last + 1);
        matched = last < 0 ? matched : 0;
        return last >= 0;
    }

    @Override
    public boolean process(byte value) {
        boolean expected = value == (matched % 2 == 0 ? '\r' : '\n');
        matched = expected ? matched + 1 : value == '\r' ? 1 : 0;
        return matched < 4;
    }
}
