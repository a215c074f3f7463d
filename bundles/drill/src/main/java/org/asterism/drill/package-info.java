/**
 * Drills: a cluster is broken on purpose, under load, and what it did is judged. The main class is
 * {@link org.asterism.drill.Drill}; it runs a {@link org.asterism.drill.LocksDrill}, which gives a
 * {@link org.asterism.drill.Verdict}. Whatever is started here ends with it.
 */
package org.asterism.drill;
