package org.asterism.dispatcher.internal.netty;

import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.HashMap;
import java.util.Map;
import org.asterism.dispatcher.internal.KeyResolver;
import org.asterism.dispatcher.internal.Place;
import org.asterism.dispatcher.internal.RecentTimes;
import org.asterism.dispatcher.internal.SessionCookie;
import org.asterism.dispatcher.internal.Slots;
import org.asterism.dispatcher.internal.Target;

/** What went through one event loop. Used on that event loop only. */
final class LoopTraffic {

    private static final int FIRST_ERROR = 500;

    private final Routing routing;
    private final Map<Slots, RecentTimes> times = new HashMap<>();
    private long turned = System.nanoTime();

    LoopTraffic(Routing routing) {
        this.routing = routing;
    }

    /** An answer is complete, that long after its request. */
    void answered(Place place, long nanos, int status) {
        times.computeIfAbsent(place.slots(), any -> new RecentTimes()).took(nanos, status >= FIRST_ERROR);
    }

    /** The answer to a request that may be tied to a target, this one or another, begins. */
    void tied(RequestHead head, Target target, long now) {
        if (head.key().equals(KeyResolver.NONE)) {
            return;
        }
        long session = SessionCookie.hashOf(head.request().headers().getAll(HttpHeaderNames.COOKIE));
        if (!target.isNamedBy(head.key())) {
            routing.pool().sticky(head.key()).ifPresent(before -> {
                before.record().moved();
                before.record().sessions().left(session);
            });
        } else if (session != SessionCookie.NONE) {
            target.record().sessions().seen(session, now);
        }
    }

    /** Forgets what is too old to be told. */
    void sweep(long now) {
        if (now - turned >= RecentTimes.SLICE.toNanos()) {
            turned += RecentTimes.SLICE.toNanos();
            times.values().forEach(RecentTimes::turn);
        }
    }

    RecentTimes.Sample sample(Place place) {
        RecentTimes known = times.get(place.slots());
        return known == null ? RecentTimes.Sample.none() : known.sample();
    }
}
