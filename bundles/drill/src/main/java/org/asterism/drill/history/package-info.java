/**
 * What happened in a drill, by one clock: {@link org.asterism.drill.history.History}, folded from the
 * {@link org.asterism.drill.history.Event}s of workers by {@link org.asterism.drill.history.HistoryBuilder}. Pure; every
 * moment is {@link System#nanoTime}, which on Linux is one clock for all processes of the machine.
 */
package org.asterism.drill.history;
