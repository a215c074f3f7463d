package org.asterism.lock.internal;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * A set of ticket numbers as ranges: a member that took a million locks one after the other names them by a few numbers.
 * Immutable.
 */
public final class TicketNumbers {

    private static final TicketNumbers NONE = new Builder().build();

    /** The first numbers of the ranges, ascending; and the last ones. */
    private final long[] firsts;

    private final long[] lasts;
    private final int size;

    private TicketNumbers(long[] firsts, long[] lasts, int size) {
        this.firsts = firsts;
        this.lasts = lasts;
        this.size = size;
    }

    public static TicketNumbers of(Set<Long> numbers) {
        if (numbers.isEmpty()) {
            return NONE;
        }
        long[] sorted = numbers.stream().mapToLong(Long::longValue).sorted().toArray();
        Builder ranges = new Builder();
        for (int i = 0; i < sorted.length; ) {
            int last = i;
            while (last + 1 < sorted.length && sorted[last + 1] == sorted[last] + 1) {
                last++;
            }
            ranges.add(sorted[i], sorted[last]);
            i = last + 1;
        }
        return ranges.build();
    }

    /** How many numbers there are. */
    public int size() {
        return size;
    }

    public boolean contains(long number) {
        int at = Arrays.binarySearch(firsts, number);
        int range = at >= 0 ? at : -at - 2;
        return range >= 0 && number <= lasts[range];
    }

    /** In ascending order. */
    public void forEach(LongConsumer consumer) {
        forEachRange((first, last) -> {
            for (long number = first; number <= last; number++) {
                consumer.accept(number);
            }
        });
    }

    public void forEachRange(RangeConsumer consumer) {
        for (int i = 0; i < firsts.length; i++) {
            consumer.accept(firsts[i], lasts[i]);
        }
    }

    public Set<Long> toSet() {
        Set<Long> numbers = new HashSet<>();
        forEach(numbers::add);
        return numbers;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TicketNumbers numbers
                && Arrays.equals(firsts, numbers.firsts)
                && Arrays.equals(lasts, numbers.lasts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(firsts) + Arrays.hashCode(lasts);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("[");
        forEachRange((first, last) ->
                text.append(text.length() > 1 ? ", " : "").append(first).append(first == last ? "" : ".." + last));
        return text.append(']').toString();
    }

    /** Takes numbers that follow each other. */
    @FunctionalInterface
    public interface RangeConsumer {
        void accept(long first, long last);
    }

    /** Ranges, one after the other. */
    public static final class Builder {

        private static final int FEW = 4;

        private long[] firsts = new long[FEW];
        private long[] lasts = new long[FEW];
        private int ranges;
        private int size;

        /** Whoever adds sees to it that it begins behind the one before. */
        public void add(long first, long last) {
            if (ranges == firsts.length) {
                firsts = Arrays.copyOf(firsts, 2 * ranges);
                lasts = Arrays.copyOf(lasts, 2 * ranges);
            }
            firsts[ranges] = first;
            lasts[ranges] = last;
            ranges++;
            size += Math.toIntExact(last - first + 1);
        }

        /** How many numbers there are up to now. */
        public int size() {
            return size;
        }

        public TicketNumbers build() {
            return new TicketNumbers(Arrays.copyOf(firsts, ranges), Arrays.copyOf(lasts, ranges), size);
        }
    }
}
