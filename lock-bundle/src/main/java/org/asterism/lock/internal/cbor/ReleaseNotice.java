package org.asterism.lock.internal.cbor;

import java.util.List;

/** Requests that the sender will never use again. */
public record ReleaseNotice(List<Long> requests) implements TableMessage {

    /** How many one notice may name. */
    public static final int MAX_REQUESTS = 10_000;

    static final int KIND = 2;

    public ReleaseNotice {
        requests = List.copyOf(requests);
    }

    @Override
    public void write(CborWriter out) {
        out.uint(KIND);
        out.list(requests, CborWriter::uint);
    }

    static ReleaseNotice read(CborReader in) {
        return new ReleaseNotice(in.list(MAX_REQUESTS, CborReader::uint));
    }
}
