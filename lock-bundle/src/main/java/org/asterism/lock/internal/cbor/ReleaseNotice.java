package org.asterism.lock.internal.cbor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Requests that the sender will never use again. */
public record ReleaseNotice(List<Long> requests) implements TableMessage {

    /** How many one notice may name. */
    public static final int MAX_REQUESTS = 10_000;

    static final int KIND = 2;

    public ReleaseNotice {
        requests = List.copyOf(requests);
    }

    /** As few notices as there can be of all of these. */
    public static List<ReleaseNotice> of(Collection<Long> requests) {
        List<Long> all = List.copyOf(requests);
        List<ReleaseNotice> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MAX_REQUESTS) {
            parts.add(new ReleaseNotice(all.subList(from, Math.min(all.size(), from + MAX_REQUESTS))));
        }
        return parts;
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
