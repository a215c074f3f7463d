/**
 * Runs the assembled distribution the way a user does: through {@code bin/asterism}, as real processes, each cluster in a
 * base directory and on ports of its own. The main class is {@link org.asterism.itests.harness.Star}.
 */
package org.asterism.itests.harness;
