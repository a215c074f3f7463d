package org.asterism.sessions.internal;

import java.util.List;
import java.util.Optional;

/** The sessions of all server nodes. Safe for use by all threads. Every method throws {@link StoreException} when it cannot know. */
public interface SessionStore {

    Optional<StoredSession> load(SessionKey key) throws StoreException;

    boolean exists(SessionKey key) throws StoreException;

    /**
     * Writes a session that was read with {@code session.version()}, 0 if it is new.
     *
     * @return its version from now on
     * @throws LostUpdateException if somebody else has written, made or ended it since; nothing is changed then
     */
    long save(SessionKey key, StoredSession session) throws StoreException;

    /** Writes only when it was used, unless somebody else has used it later. */
    void touch(SessionKey key, SessionTimes times) throws StoreException;

    /** @return whether it was there: of several that end a session, one is told so */
    boolean delete(SessionKey key) throws StoreException;

    /** Like {@link #delete}, unless anybody has used or changed the session since it was read. */
    boolean deleteUnchanged(SessionKey key, long version, long expiry) throws StoreException;

    /** The ids of sessions of a context that ended before a time, the oldest first. */
    List<String> expired(String context, long before, int limit) throws StoreException;

    /** Removes sessions that ended before a time, whatever their context; for those whose application is nowhere any more. */
    int sweep(long before) throws StoreException;
}
