package org.asterism.remote.internal.cbor;

/** Bytes that are no call or outcome, or a value that cannot be carried. */
public final class CodecException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CodecException(String message) {
        super(message);
    }

    CodecException(String message, Throwable cause) {
        super(message, cause);
    }
}
