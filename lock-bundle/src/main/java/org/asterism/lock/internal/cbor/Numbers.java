package org.asterism.lock.internal.cbor;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Sets of request numbers: sorted, as ranges, each of which says how far behind the one before it begins and how many follow its
 * first. A member that holds a million locks which it took one after the other names them in a few bytes.
 */
final class Numbers {

    private static final int MAX = 1_000_000;

    private Numbers() {}

    static void write(CborWriter out, Collection<Long> numbers) {
        long[] sorted = numbers.stream().mapToLong(Long::longValue).sorted().toArray();
        out.uint(sorted.length);
        long end = 0;
        for (int i = 0; i < sorted.length; ) {
            int last = i;
            while (last + 1 < sorted.length && sorted[last + 1] == sorted[last] + 1) {
                last++;
            }
            out.uint(sorted[i] - end);
            out.uint(last - i);
            end = sorted[last];
            i = last + 1;
        }
    }

    static Set<Long> read(CborReader in) {
        long size = in.uint();
        CborReader.require(size >= 0 && size <= MAX, "too many requests are named");
        Set<Long> numbers = new HashSet<>();
        long end = 0;
        while (numbers.size() < size) {
            long begin = end + in.uint();
            long more = in.uint();
            CborReader.require(more >= 0 && more < size - numbers.size(), "a range is too long");
            end = begin + more;
            for (long number = begin; number <= end; number++) {
                numbers.add(number);
            }
        }
        return numbers;
    }
}
