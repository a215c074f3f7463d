package org.asterism.dispatcher.internal;

import java.util.List;

/**
 * Chooses the target of a request: the application with the longest matching context path; the node its cookie names; else
 * the one with the fewest outstanding requests for its weight, first of the own instance, then of the others.
 *
 * @param ejection when and for how long a target is ejected
 * @param expectedNodes with fewer nodes known, an unknown application is thought to be coming
 */
public record DispatchPolicy(EjectionRule ejection, int expectedNodes) {

    public DispatchPolicy {
        Require.atLeast("nodes.expected", expectedNodes, 0);
    }

    public Decision choose(TargetPool pool, Route route, long now) {
        Application application = pool.applicationOf(route.path());
        if (application == null) {
            return pool.settling() || pool.size() < expectedNodes ? new Decision.Starting() : new Decision.Unknown();
        }
        Target target = sticky(pool, application, route, now);
        target = target != null ? target : best(application.own(), route, now);
        target = target != null ? target : best(application.others(), route, now);
        return target != null ? new Decision.Forward(target) : wait(application, now);
    }

    private Target sticky(TargetPool pool, Application application, Route route, long now) {
        return route.key().equals(KeyResolver.NONE)
                ? null
                : pool.sticky(route.key())
                        .filter(Target::takesSticky)
                        .filter(application::isAt)
                        .filter(target -> !route.hasTried(target) && target.admit(now, ejection))
                        .orElse(null);
    }

    /** The best target; the next best if another request is just trying an ejected one. */
    private Target best(List<Target> targets, Route route, long now) {
        for (int attempts = targets.size(); attempts > 0; attempts--) {
            Target target = leastBusy(targets, route, now);
            if (target == null || target.admit(now, ejection)) {
                return target;
            }
        }
        return null;
    }

    private static Target leastBusy(List<Target> targets, Route route, long now) {
        Target best = null;
        int tied = 0;
        for (int i = 0; i < targets.size(); i++) {
            Target target = targets.get(i);
            int order = takes(target, route, now) ? order(target, best) : 1;
            if (order < 0) {
                best = target;
                tied = 0;
            }
            tied += order <= 0 ? target.weight() : 0;
        }
        return tied == 0 || tied == best.weight() ? best : oneOf(targets, best, route, now, tied);
    }

    /** Among equally busy targets, each in turn as often as its weight says. */
    private static Target oneOf(List<Target> targets, Target best, Route route, long now, int tied) {
        int turn = Math.floorMod(route.ticket(), tied);
        for (int i = 0; i < targets.size(); i++) {
            Target target = targets.get(i);
            if (takes(target, route, now) && order(target, best) == 0) {
                turn -= target.weight();
                if (turn < 0) {
                    return target;
                }
            }
        }
        return best;
    }

    private static boolean takes(Target target, Route route, long now) {
        return target.takesNew() && target.health().admits(now) && !route.hasTried(target);
    }

    /** Negative if the first has fewer outstanding requests for its weight. */
    private static int order(Target left, Target right) {
        return right == null
                ? -1
                : Long.compare((long) left.outstanding() * right.weight(), (long) right.outstanding() * left.weight());
    }

    /** Until the first ejected target may be tried; after a short pause if there is nothing to wait for. */
    private Decision wait(Application application, long now) {
        long pause = ejection.pause().toNanos();
        for (List<Target> targets : List.of(application.own(), application.others())) {
            for (Target target : targets) {
                Health health = target.health();
                if (target.takesNew() && health.ejected() && !health.admits(now)) {
                    pause = Math.min(pause, health.until() - now);
                }
            }
        }
        return new Decision.Wait(application.path(), now + pause);
    }
}
