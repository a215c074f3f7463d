package org.asterism.protocol.bulk;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** One request of a stream: a byte that says what it is, the number of the stream, and what belongs to it. */
sealed interface BulkPart {

    /** Unique among the streams of its sender. */
    long stream();

    /** The beginning. */
    record Open(long stream) implements BulkPart {}

    /** Some of the content; pieces are counted from 0. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Piece(long stream, int number, byte[] content) implements BulkPart {}

    /** The end of the content, which has this length in all. */
    record End(long stream, long length) implements BulkPart {}

    /** The sender gives up. */
    record Abort(long stream, String reason) implements BulkPart {}

    private static ByteBuffer header(int kind, long stream, int more) {
        return ByteBuffer.allocate(1 + Long.BYTES + more).put((byte) kind).putLong(stream);
    }

    default byte[] encoded() {
        if (this instanceof Piece piece) {
            return header(1, stream(), Integer.BYTES + piece.content().length)
                    .putInt(piece.number())
                    .put(piece.content())
                    .array();
        }
        if (this instanceof End end) {
            return header(2, stream(), Long.BYTES).putLong(end.length()).array();
        }
        if (this instanceof Abort abort) {
            byte[] reason = abort.reason().getBytes(StandardCharsets.UTF_8);
            return header(3, stream(), reason.length).put(reason).array();
        }
        return header(0, stream(), 0).array();
    }

    /** @throws IllegalArgumentException if the bytes are no part of a stream */
    static BulkPart of(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            byte kind = in.get();
            long stream = in.getLong();
            return switch (kind) {
                case 0 -> new Open(stream);
                case 1 -> new Piece(stream, in.getInt(), rest(in));
                case 2 -> new End(stream, in.getLong());
                case 3 -> new Abort(stream, new String(rest(in), StandardCharsets.UTF_8));
                default -> throw new IllegalArgumentException("no part of a stream: kind " + kind);
            };
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("no part of a stream: " + bytes.length + " bytes", e);
        }
    }

    private static byte[] rest(ByteBuffer in) {
        byte[] rest = new byte[in.remaining()];
        in.get(rest);
        return rest;
    }
}
