package org.asterism.sessions.internal;

/** A session was changed by two requests at once on two nodes; this one comes too late and changes nothing. */
public final class LostUpdateException extends StoreException {

    private static final long serialVersionUID = 1L;

    public LostUpdateException(SessionKey key, long version) {
        super("the session " + key.id() + " of " + key.context()
                + (version == 0
                        ? " was made by another node meanwhile"
                        : " was changed or ended by another node since its version " + version + " was read"));
    }
}
