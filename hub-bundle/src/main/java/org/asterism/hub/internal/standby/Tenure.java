package org.asterism.hub.internal.standby;

/**
 * How long this hub is the active one, by its own monotonic clock. A process that was paused knows by it, before it does
 * anything else, that it is so no more.
 *
 * @param epoch with which it is active
 * @param until when it no longer is, in nanoseconds, unless it renews before
 */
public record Tenure(long epoch, long until) {

    /** Of a hub that is not active. */
    public static final Tenure NONE = new Tenure(-1, 0);

    /** Whether it is active with this epoch. */
    public boolean holds(long ofEpoch, long now) {
        return epoch == ofEpoch && epoch >= 0 && now - until < 0;
    }
}
