/**
 * Processes that take part in a benchmark. {@link org.asterism.bench.child.ChildProcess} is the side of the benchmark,
 * {@link org.asterism.bench.child.Child} the main class of the process: it answers each line with one line, and ends when its
 * input ends, so with the benchmark at the latest.
 */
package org.asterism.bench.child;
