package org.asterism.hub.internal.standby;

/**
 * What the database says of the active hub.
 *
 * @param holder one life of a hub; empty if the last holder has given the row back
 * @param address where the holder listens, for display
 * @param epoch of the holder; only grows
 * @param beat grows with each change
 */
public record LeaseRow(String holder, String address, long epoch, long beat) {

    /** Nobody holds it. */
    boolean isFree() {
        return holder.isEmpty();
    }
}
