package org.asterism.bench;

/** Hears what a benchmark is doing, for the patience of people. */
@FunctionalInterface
public interface Progress {

    void now(String what);
}
