package org.asterism.samples.shop.internal;

/** Reads numbers as customers send them. */
public final class Amount {

    private static final long MAX_QUANTITY = 1_000;
    private static final long MAX_STOCK = 1_000_000_000;

    private Amount() {}

    /** How many to reserve: 1 to 1,000. */
    public static long quantity(String text) {
        return between("quantity", text, 1, MAX_QUANTITY);
    }

    /** How many there shall be: 0 to 1,000,000,000. */
    public static long stock(String text) {
        return between("stock", text, 0, MAX_STOCK);
    }

    private static long between(String name, String text, long least, long most) {
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw outOfRange(name, least, most);
        }
        throw outOfRange(name, least, most);
    }

    private static InvalidInputException outOfRange(String name, long least, long most) {
        return new InvalidInputException(name + " must be a number from " + least + " to " + most);
    }
}
