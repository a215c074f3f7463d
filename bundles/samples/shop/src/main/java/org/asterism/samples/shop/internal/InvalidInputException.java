package org.asterism.samples.shop.internal;

/** What the customer sent makes no sense; the message says what would. */
public final class InvalidInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidInputException(String message) {
        super(message);
    }
}
