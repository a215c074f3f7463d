package org.asterism.hub.internal.osgi;

import org.asterism.hub.internal.artemis.HubStartException;
import org.asterism.hub.internal.standby.Mandate;

/** The message server, as one who arbitrates sees it. */
interface HubLife {

    /** Begins to be the active hub. */
    void start(Mandate mandate) throws HubStartException;

    /** Stops to be the active hub, if it was. */
    void stop();
}
