package org.asterism.hub.internal.standby;

/** What the hub has to do. */
public sealed interface Decision {

    /** Go on. */
    record Wait() implements Decision {}

    /** Become active. */
    record Activate(long epoch) implements Decision {}

    /** Stop to be active, at once. */
    record StepDown(String cause) implements Decision {}
}
