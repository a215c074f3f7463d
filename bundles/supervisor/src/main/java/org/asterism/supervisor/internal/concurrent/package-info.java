/**
 * The threads of the supervision. The main class is {@link org.asterism.supervisor.internal.concurrent.SupervisedNodes}.
 *
 * <p>All events of all nodes are applied on one thread; listeners are told on another; what blocks runs on neither.
 */
package org.asterism.supervisor.internal.concurrent;
