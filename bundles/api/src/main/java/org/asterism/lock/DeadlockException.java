package org.asterism.lock;

/** This request was given up because it was part of a deadlock. Release what is held, then try again. */
public final class DeadlockException extends LockException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // not meant to travel
    private final Deadlock deadlock;

    public DeadlockException(String message, Deadlock deadlock) {
        super(message);
        this.deadlock = deadlock;
    }

    /** The circle with this request in it. */
    public Deadlock deadlock() {
        return deadlock;
    }
}
