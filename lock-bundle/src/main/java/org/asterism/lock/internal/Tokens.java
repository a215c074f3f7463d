package org.asterism.lock.internal;

/** Fencing tokens: the epoch in the upper half, a count in the lower; always larger than any that was seen. */
final class Tokens {

    private long last;
    private long epoch;

    void epoch(long newEpoch) {
        epoch = Math.max(epoch, newEpoch);
    }

    /** Tokens from before are never granted again. */
    void seen(long token) {
        last = Math.max(last, token);
    }

    /** The first of some that follow each other. */
    long next(int count) {
        long first = Math.max(last + 1, (epoch << Integer.SIZE) + 1);
        last = first + count - 1;
        return first;
    }
}
