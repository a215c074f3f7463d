package org.asterism.lock.internal.cbor;

import org.asterism.lock.internal.TicketNumbers;

/**
 * Sets of request numbers: sorted, as ranges, each of which says how far behind the one before it begins and how many follow its
 * first. A member that holds a million locks which it took one after the other names them in a few bytes.
 */
final class Numbers {

    private static final int MAX = 1_000_000;

    private Numbers() {}

    static void write(CborWriter out, TicketNumbers numbers) {
        out.uint(numbers.size());
        long[] end = {0};
        numbers.forEachRange((first, last) -> {
            out.uint(first - end[0]);
            out.uint(last - first);
            end[0] = last;
        });
    }

    static TicketNumbers read(CborReader in) {
        long size = in.uint();
        CborReader.require(size >= 0 && size <= MAX, "too many requests are named");
        TicketNumbers.Builder numbers = new TicketNumbers.Builder();
        long end = -1;
        while (numbers.size() < size) {
            long begin = Math.max(0, end) + in.uint();
            long more = in.uint();
            CborReader.require(more >= 0 && more < size - numbers.size(), "a range is too long");
            CborReader.require(begin > end && begin <= Long.MAX_VALUE - more, "ranges are not in order");
            end = begin + more;
            numbers.add(begin, end);
        }
        return numbers.build();
    }
}
