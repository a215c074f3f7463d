package org.asterism.remote.internal.cbor;

/** An interface has a method with a type that cannot be carried. */
public final class UnsupportedTypeException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public UnsupportedTypeException(String message) {
        super(message);
    }
}
