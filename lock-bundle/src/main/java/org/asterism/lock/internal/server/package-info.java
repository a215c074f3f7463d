/**
 * The lock server in the hub. The main class is {@link org.asterism.lock.internal.server.MessagingLockServer}: it turns
 * requests and cluster events into commands for the lock table, which only the thread of
 * {@link org.asterism.lock.internal.server.LockTableThread} touches, and the effects into answers.
 */
package org.asterism.lock.internal.server;
