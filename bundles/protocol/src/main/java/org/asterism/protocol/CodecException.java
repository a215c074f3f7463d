package org.asterism.protocol;

/** Bytes from the network that are not what they should be. */
public final class CodecException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Reason {
        /** Longer than the bound; nothing was parsed. */
        TOO_LARGE,
        /** Not a message of this protocol. */
        MALFORMED
    }

    private final Reason reason;

    CodecException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Bytes that are not {@code what} they should be. */
    public static CodecException malformed(String what, Throwable cause) {
        return new CodecException(Reason.MALFORMED, "not " + what, cause);
    }

    public Reason reason() {
        return reason;
    }
}
