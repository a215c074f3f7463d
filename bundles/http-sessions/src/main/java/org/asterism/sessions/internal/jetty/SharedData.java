package org.asterism.sessions.internal.jetty;

import java.util.HashMap;
import org.asterism.sessions.internal.SessionTimes;
import org.asterism.sessions.internal.StoredSession;
import org.eclipse.jetty.server.session.SessionData;

/** Jetty's view of a session, with what is known of its row. Guarded by the lock of its session. */
@SuppressWarnings("serial") // Jetty's is serializable, this one is stored otherwise
final class SharedData extends SessionData {

    private String storedId = "";
    private long version;
    private long storedExpiry;
    private boolean refused;

    SharedData(String id, String context, String host, SessionTimes times) {
        super(
                id,
                context,
                host,
                times.created(),
                times.accessed(),
                times.lastAccessed(),
                times.maxInactive(),
                new HashMap<>());
        setCookieSet(times.cookieSet());
        setExpiry(times.expiry());
        setLastSaved(times.saved());
    }

    SessionTimes times(long saved) {
        return new SessionTimes(
                getCreated(), getAccessed(), getLastAccessed(), getCookieSet(), saved, getMaxInactiveMs(), getExpiry());
    }

    StoredSession stored(long saved, byte[] attributes) {
        return new StoredSession(times(saved), version(), attributes);
    }

    /** 0: there is no row; also after its id was changed, for that makes a new row. */
    long version() {
        return storedId.equals(getId()) ? version : 0;
    }

    long storedExpiry() {
        return storedExpiry;
    }

    void isStored(long newVersion) {
        storedId = getId();
        version = newVersion;
        storedExpiry = getExpiry();
    }

    void touched() {
        storedExpiry = getExpiry();
    }

    /** It must not be stored any more: what it knows is not what the database says. */
    void refuse() {
        refused = true;
    }

    boolean isRefused() {
        return refused;
    }
}
