package org.asterism.supervisor.internal;

import java.net.URI;
import java.util.Optional;

/**
 * One process of a server node.
 *
 * @param pid its process id
 * @param startedAt when it started, in milliseconds since 1970 UTC; tells it from a later process of the same pid
 * @param url where its engine listens or will listen
 * @param debugPort where a debugger can attach, if it was started for that: then nothing is made of its silence
 */
public record Child(long pid, long startedAt, URI url, Optional<Integer> debugPort) {

    /** One that no debugger can attach to. */
    public Child(long pid, long startedAt, URI url) {
        this(pid, startedAt, url, Optional.empty());
    }
}
