package org.asterism.console.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.asterism.dispatcher.Traffic;

/**
 * How busy something is, over the last minute.
 *
 * @param perSecond requests
 * @param p99Micros of the slowest dispatcher; 0 if there were no requests
 * @param outstanding requests that wait for their answer now
 * @param sessions that are tied to it
 */
record Load(double perSecond, long p99Micros, int outstanding, int sessions) {

    static Load of(Traffic traffic, int outstanding, int sessions) {
        return new Load(traffic.perSecond(), traffic.p99Micros(), outstanding, sessions);
    }

    Load plus(Load other) {
        return new Load(
                perSecond + other.perSecond,
                Math.max(p99Micros, other.p99Micros),
                outstanding + other.outstanding,
                sessions + other.sessions);
    }

    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("perSecond", perSecond);
        document.put("p99Millis", p99Micros / 1000.0);
        document.put("outstanding", outstanding);
        document.put("sessions", sessions);
        return document;
    }
}
