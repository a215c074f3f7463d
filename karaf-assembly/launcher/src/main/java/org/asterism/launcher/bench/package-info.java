/**
 * Runs benchmarks in a process of their own, {@link org.asterism.launcher.bench.BenchProcess}, with the class path
 * {@code lib/bench}, so that the launcher itself stays small.
 */
package org.asterism.launcher.bench;
