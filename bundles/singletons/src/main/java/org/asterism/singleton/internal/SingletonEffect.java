package org.asterism.singleton.internal;

/** What is to be done; those of one name in this order, each after the one before is done. */
public sealed interface SingletonEffect {

    String name();

    /** Grows with each attempt to get the lock of this name. */
    long attempt();

    /** Queue for the lock. */
    record Ask(String name, long attempt) implements SingletonEffect {}

    /** Wait until a former owner has surely stopped. */
    record Settle(String name, long attempt) implements SingletonEffect {}

    /** Let the components be active. */
    record Activate(String name, long attempt) implements SingletonEffect {}

    /** Have the components deactivated. */
    record Deactivate(String name, long attempt) implements SingletonEffect {}

    /** Give the lock back, or withdraw the request for it. */
    record Release(String name, long attempt) implements SingletonEffect {}

    /** Wait before the next attempt. */
    record Pause(String name, long attempt) implements SingletonEffect {}
}
