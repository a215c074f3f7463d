package org.asterism.dispatcher.internal;

/** Where a request goes. */
public sealed interface Decision {

    /** To this target, now. */
    record Forward(Target target) implements Decision {}

    /**
     * Nobody who has the application can take the request now.
     *
     * @param application its context path
     * @param until when to look again unless the pool changes before
     */
    record Wait(String application, long until) implements Decision {}

    /** Nobody is known to have the application, but it may be coming. */
    record Starting() implements Decision {}

    /** There is no such application. */
    record Unknown() implements Decision {}
}
