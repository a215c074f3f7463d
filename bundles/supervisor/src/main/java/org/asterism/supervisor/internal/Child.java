package org.asterism.supervisor.internal;

import java.net.URI;

/**
 * One process of a server node.
 *
 * @param pid its process id
 * @param startedAt when it started, in milliseconds since 1970 UTC; tells it from a later process of the same pid
 * @param url where its engine listens or will listen
 */
public record Child(long pid, long startedAt, URI url) {}
