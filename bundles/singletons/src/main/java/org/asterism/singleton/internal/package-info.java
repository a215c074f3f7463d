/**
 * The pure core: {@link org.asterism.singleton.internal.SingletonTable} decides which locks to ask for and which components may be
 * active. Invariants: a name is active only between its grant and its release; what belongs to an attempt that is over changes
 * nothing but that its lock is released.
 */
package org.asterism.singleton.internal;
