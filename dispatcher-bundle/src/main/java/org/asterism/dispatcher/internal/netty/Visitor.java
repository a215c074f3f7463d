package org.asterism.dispatcher.internal.netty;

/** A connection of a client, or a stream on one, that an event loop looks after. Used on that event loop only. */
interface Visitor {

    /** Ends what is over its time. */
    void sweep(long now);

    /** Goes away at once if nothing is under way, else with the answer that is; nothing new begins. */
    void closeIfIdle();
}
