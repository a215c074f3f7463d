package org.asterism.drill;

/** Hears what a drill is doing, for the patience of people. */
@FunctionalInterface
public interface Progress {

    void now(String what);
}
