package org.asterism.hub.internal.osgi;

import java.util.OptionalLong;
import java.util.function.LongConsumer;
import org.asterism.hub.internal.artemis.HubStartException;

/** The message server, as one who arbitrates sees it. */
interface HubLife {

    /**
     * Begins to be the active hub.
     *
     * @param epoch the arbitrated one, or none: that of the clock
     * @param deposed told the epoch of a newer hub, if a member has seen one
     */
    void start(OptionalLong epoch, LongConsumer deposed) throws HubStartException;

    /** Stops to be the active hub, if it was. */
    void stop();
}
