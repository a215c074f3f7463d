package org.asterism.bench.member;

import java.util.Random;

/** Ids for the members of this run, so that it does not meet those of another. */
public final class Ids {

    private static final int RADIX = 36;
    private static final int RANGE = RADIX * RADIX * RADIX * RADIX;

    private final String run = Integer.toString(new Random().nextInt(RANGE), RADIX);

    /** @param name lower case letters, digits and {@code -} */
    public String of(String name) {
        return "client/bench-" + run + "-" + name;
    }
}
