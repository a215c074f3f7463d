/**
 * Benchmarks of a running cluster. The main class is {@link org.asterism.bench.Bench}: it runs one
 * {@link org.asterism.bench.Workload} and shows its {@link org.asterism.bench.Report}. Each run measures its own baseline, a
 * bare Netty echo in a process of its own; whatever is started here ends with it.
 */
package org.asterism.bench;
