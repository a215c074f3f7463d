/**
 * The lock client in a member. The main class is {@link org.asterism.lock.internal.client.MessagingLockService}. Everything
 * it knows is in a {@link org.asterism.lock.internal.client.LockBook}. A lock is believed to be held only while the lease
 * holds, which begins anew only with an answer of a server that knows all locks of this member; nothing is asked for before
 * everything held has been declared.
 */
package org.asterism.lock.internal.client;
