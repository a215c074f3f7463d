package org.asterism.console.internal.http;

import java.util.Map;
import java.util.Optional;
import org.asterism.lock.LockServer;

/** What there is to be shown; empty where this is not the active hub at this moment. */
public interface Source {

    /** The cluster of now, with what only the present has. */
    Optional<Map<String, Object>> picture();

    /** The locks. */
    Optional<LockServer> locks();
}
