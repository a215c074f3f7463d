package org.asterism.lock.internal.cbor;

import java.util.List;

/** Asks a member where the threads of these parties stand. */
public record StacksRequest(List<String> parties) implements LockMessage {

    static final int MAX_PARTIES = 1_000;

    public StacksRequest {
        parties = List.copyOf(parties);
    }

    @Override
    public void write(CborWriter out) {
        out.list(parties, CborWriter::text);
    }

    static StacksRequest read(CborReader in) {
        return new StacksRequest(in.list(MAX_PARTIES, CborReader::text));
    }
}
