/**
 * Which server node gets which request: {@link org.asterism.dispatcher.internal.DispatchPolicy} chooses from a
 * {@link org.asterism.dispatcher.internal.TargetPool}. Plain Java; time is an argument ({@code System.nanoTime} style).
 *
 * <p>Invariants: a pool never changes, only the counters and the health of its targets do, atomically; a target is chosen
 * only while it may get requests; what was perhaps processed and is not idempotent is never sent again.
 */
package org.asterism.dispatcher.internal;
