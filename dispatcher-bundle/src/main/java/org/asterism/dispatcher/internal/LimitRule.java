package org.asterism.dispatcher.internal;

/**
 * Between which bounds the number of requests moves that one application may have in flight at one target.
 *
 * @param least so that a slow application still gets on
 * @param most where it begins; fewer than the threads of an engine, so that one application cannot take them all
 */
public record LimitRule(int least, int most) {

    private static final int MAX = 1_000_000;

    public LimitRule {
        Require.between("limit.min", least, 1, MAX);
        Require.between("limit.max", most, least, MAX);
    }
}
