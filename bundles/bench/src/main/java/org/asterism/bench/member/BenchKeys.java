package org.asterism.bench.member;

import org.asterism.lock.LockKey;

/** Keys of the locks that benchmarks take; those of one kind never overlap with those of another. */
public final class BenchKeys {

    private static final String NAMESPACE = "bench";
    private static final String NAME = "row";

    private BenchKeys() {}

    /** That of one thread. */
    public static LockKey own(int thread) {
        return LockKey.of(NAMESPACE, NAME, "thread-" + thread, "own");
    }

    /** That all threads want. */
    public static LockKey wanted() {
        return LockKey.of(NAMESPACE, NAME, "all", "wanted");
    }

    /** One of many that are only held. */
    public static LockKey held(int number) {
        return LockKey.of(NAMESPACE, NAME, "held", Integer.toString(number));
    }

    /** One of many areas, one after the other with a wildcard behind and in front. */
    public static LockKey area(int number) {
        return number % 2 == 0
                ? LockKey.of(NAMESPACE, NAME, "area-" + number, LockKey.ANY)
                : LockKey.of(NAMESPACE, NAME, LockKey.ANY, "area-" + number);
    }
}
