/**
 * The lock server in the hub. The main class is {@link org.asterism.lock.internal.server.MessagingLockServer}: it turns
 * requests and cluster events into commands for the lock table, which {@link org.asterism.lock.internal.server.GuardedTable}
 * keeps under one short lock, and the effects into answers, told after that lock is left.
 */
package org.asterism.lock.internal.server;
