package org.asterism.dispatcher.internal;

/** Where a request goes. */
public sealed interface Decision {

    /** There, now. The request holds a slot. */
    record Forward(Place place) implements Decision {

        public Target target() {
            return place.target();
        }
    }

    /**
     * Nobody who has the application can take the request now.
     *
     * @param application its context path
     * @param target id of the one that it waits for; empty if any will do
     * @param saturated whether there are targets that are well but have enough to do
     * @param until when to look again unless something changes before
     */
    record Wait(String application, String target, boolean saturated, long until) implements Decision {}

    /** Nobody is known to have the application, but it may be coming. */
    record Starting() implements Decision {}

    /** There is no such application. */
    record Unknown() implements Decision {}
}
