package org.asterism.sessions.internal;

/** An attribute of a session cannot be kept: it, or what it refers to, is not serializable, or is too large. */
public final class UnstorableAttributeException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public UnstorableAttributeException(String name, Class<?> type, Throwable cause) {
        super("the session attribute " + name + " of type " + type.getName() + " cannot be stored: " + cause, cause);
    }
}
