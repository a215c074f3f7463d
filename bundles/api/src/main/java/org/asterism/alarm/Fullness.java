package org.asterism.alarm;

/** When something that has a bound is too full: an alarm at 80 %, which ends below 70 %. One thread. */
public final class Fullness {

    private static final double RAISE = 0.8;
    private static final double CLEAR = 0.7;

    private boolean full;

    /**
     * Whether it is too full.
     *
     * @param bound positive
     */
    public boolean isFull(double used, double bound) {
        full = used >= bound * (full ? CLEAR : RAISE);
        return full;
    }
}
