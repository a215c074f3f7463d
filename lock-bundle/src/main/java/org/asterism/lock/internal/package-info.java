/**
 * The lock table. The main class is {@link org.asterism.lock.internal.LockTable}: a single-writer state machine that never
 * reads a clock. At no time do two sessions hold conflicting locks; the queue of a lock is first come, first served; tokens
 * only grow; what an owner holds ends with its lease or its certain death.
 */
package org.asterism.lock.internal;
