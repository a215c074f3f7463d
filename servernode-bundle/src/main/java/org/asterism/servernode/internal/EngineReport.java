package org.asterism.servernode.internal;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.asterism.servernode.NodeLoad;

/**
 * How an engine is.
 *
 * @param url where it listens, as a client on this machine reaches it
 * @param applications the context paths of the applications that are open, sorted
 * @param load what it has to do
 */
public record EngineReport(Optional<URI> url, List<String> applications, NodeLoad load) {

    /** Nothing is known yet. */
    public static final EngineReport UNKNOWN = new EngineReport(Optional.empty(), List.of());

    /** With nothing to do. */
    public EngineReport(Optional<URI> url, List<String> applications) {
        this(url, applications, NodeLoad.NONE);
    }

    /** The same with what there is to do now. */
    public EngineReport with(NodeLoad newer) {
        return new EngineReport(url, applications, newer);
    }

    /** With a sorted copy of the list. */
    public EngineReport {
        applications = applications.stream().distinct().sorted().toList();
    }
}
