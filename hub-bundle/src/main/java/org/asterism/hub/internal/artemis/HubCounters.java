package org.asterism.hub.internal.artemis;

import java.util.concurrent.atomic.LongAdder;

/** What the broker has carried in this life. */
record HubCounters(LongAdder carried, LongAdder refused) {

    HubCounters() {
        this(new LongAdder(), new LongAdder());
    }
}
