package org.asterism.lock.internal.server;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.asterism.lock.internal.LockEffect;

/**
 * What came of a command.
 *
 * @param waits for the answer that says so; empty if it is told in another way, or nobody waits any more
 */
record Outcome(LockEffect effect, Optional<CompletableFuture<byte[]>> waits) {}
