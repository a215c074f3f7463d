package org.asterism.bench;

/** A number that is to be reached. */
public record Target(String name, double measured, Bound bound, double value) {

    /** On which side of the value the measured number has to be. */
    public enum Bound {
        AT_LEAST("≥"),
        AT_MOST("≤");

        private final String sign;

        Bound(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    public static Target atLeast(String name, double measured, double value) {
        return new Target(name, measured, Bound.AT_LEAST, value);
    }

    public static Target atMost(String name, double measured, double value) {
        return new Target(name, measured, Bound.AT_MOST, value);
    }

    public boolean met() {
        return bound == Bound.AT_LEAST ? measured >= value : measured <= value;
    }
}
