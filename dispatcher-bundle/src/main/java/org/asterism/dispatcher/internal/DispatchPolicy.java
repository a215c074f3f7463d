package org.asterism.dispatcher.internal;

import java.util.List;

/**
 * Chooses the target of a request: the application with the longest matching context path; the node its cookie names, or a wait
 * for that if it has enough to do; else the one with the fewest outstanding requests for its weight, first of the own instance,
 * then of the others.
 *
 * @param ejection when and for how long a target is ejected
 * @param limit how many requests an application may have in flight at a target
 * @param expectedNodes with fewer nodes known, an unknown application is thought to be coming
 */
public record DispatchPolicy(EjectionRule ejection, LimitRule limit, int expectedNodes) {

    public DispatchPolicy {
        Require.atLeast("nodes.expected", expectedNodes, 0);
    }

    public Decision choose(TargetPool pool, Route route, long now) {
        Application application = pool.applicationOf(route.path());
        if (application == null) {
            boolean coming = pool.settling() || pool.size() < expectedNodes || pool.expects(route.path(), now);
            return coming ? new Decision.Starting() : new Decision.Unknown();
        }
        Place tied = tied(pool, application, route, now);
        if (tied != null && tied.admit(now, this)) {
            return new Decision.Forward(tied);
        }
        if (tied != null && !tied.slots().hasRoom(limit)) {
            return new Decision.Wait(
                    application.path(),
                    tied.target().id().value(),
                    true,
                    now + ejection.pause().toNanos());
        }
        Place place = best(application.own(), route, now);
        place = place != null ? place : best(application.others(), route, now);
        return place != null ? new Decision.Forward(place) : wait(application, now);
    }

    /** Where the cookie says, if that is well. */
    private static Place tied(TargetPool pool, Application application, Route route, long now) {
        return route.key().equals(KeyResolver.NONE)
                ? null
                : pool.sticky(route.key())
                        .filter(Target::takesSticky)
                        .filter(application::isAt)
                        .filter(target ->
                                !route.hasTried(target) && target.health().admits(now))
                        .map(target -> target.place(application.path()))
                        .orElse(null);
    }

    /** The best place; the next best if another request is just trying an ejected target. */
    private Place best(List<Place> places, Route route, long now) {
        for (int attempts = places.size(); attempts > 0; attempts--) {
            Place place = leastBusy(places, route, now);
            if (place == null || place.admit(now, this)) {
                return place;
            }
        }
        return null;
    }

    private Place leastBusy(List<Place> places, Route route, long now) {
        Place best = null;
        int tied = 0;
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            int order = takes(place, route, now) ? order(place, best) : 1;
            if (order < 0) {
                best = place;
                tied = 0;
            }
            tied += order <= 0 ? place.target().weight() : 0;
        }
        return tied == 0 || tied == best.target().weight() ? best : oneOf(places, best, route, now, tied);
    }

    /** Among equally busy targets, each in turn as often as its weight says. */
    private Place oneOf(List<Place> places, Place best, Route route, long now, int tied) {
        int turn = Math.floorMod(route.ticket(), tied);
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            if (takes(place, route, now) && order(place, best) == 0) {
                turn -= place.target().weight();
                if (turn < 0) {
                    return place;
                }
            }
        }
        return best;
    }

    private boolean takes(Place place, Route route, long now) {
        Target target = place.target();
        return target.takesNew()
                && target.health().admits(now)
                && !route.hasTried(target)
                && place.slots().hasRoom(limit);
    }

    /** Negative if the first has fewer outstanding requests for its weight. */
    private static int order(Place place, Place best) {
        if (best == null) {
            return -1;
        }
        Target left = place.target();
        Target right = best.target();
        return Long.compare((long) left.outstanding() * right.weight(), (long) right.outstanding() * left.weight());
    }

    /** Until the first ejected target may be tried; after a short pause if there is nothing to wait for. */
    private Decision wait(Application application, long now) {
        long pause = ejection.pause().toNanos();
        boolean saturated = false;
        for (List<Place> places : List.of(application.own(), application.others())) {
            for (Place place : places) {
                Health health = place.target().health();
                boolean up = place.target().takesNew();
                saturated |= up && health.admits(now) && !place.slots().hasRoom(limit);
                if (up && health.ejected() && !health.admits(now)) {
                    pause = Math.min(pause, health.until() - now);
                }
            }
        }
        return new Decision.Wait(application.path(), KeyResolver.NONE, saturated, now + pause);
    }
}
