/**
 * The life of one server node's process. The main class is {@link org.asterism.supervisor.internal.NodeSupervision}.
 *
 * <p>Invariants: never two children; every death after the first health answer is reported; quarantine only after more
 * deaths than allowed in the window; a stop ends as soon as the child does, and the child is killed if it takes too long.
 */
package org.asterism.supervisor.internal;
