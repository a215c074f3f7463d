/**
 * Runs drills in a process of their own, {@link org.asterism.launcher.drill.DrillProcess}, with the class path {@code lib/drill}
 * and {@code lib/bench}, so that the launcher itself stays small.
 */
package org.asterism.launcher.drill;
