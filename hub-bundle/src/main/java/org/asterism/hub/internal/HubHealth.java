package org.asterism.hub.internal;

import java.util.Optional;

/** Whether the active hub misses something that it had when it began. */
@FunctionalInterface
public interface HubHealth {

    /** What, and what to do about it, in one line; empty if nothing. Never blocks. */
    Optional<String> problem();
}
