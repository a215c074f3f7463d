package org.asterism.servernode.internal;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * How an engine is.
 *
 * @param url where it listens, as a client on this machine reaches it
 * @param applications the context paths of the applications that are open, sorted
 */
public record EngineReport(Optional<URI> url, List<String> applications) {

    /** Nothing is known yet. */
    public static final EngineReport UNKNOWN = new EngineReport(Optional.empty(), List.of());

    /** With a sorted copy of the list. */
    public EngineReport {
        applications = applications.stream().distinct().sorted().toList();
    }
}
