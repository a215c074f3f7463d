package org.asterism.hub.internal.standby;

import java.util.Optional;

/**
 * The one row. Each call is one transaction.
 *
 * <ol>
 *   <li>Of several that take what they have seen, one at most succeeds.
 *   <li>Each change changes the beat.
 *   <li>After an exception the change may have been made, or be made later.
 * </ol>
 */
public interface LeaseStore extends AutoCloseable {

    /** Empty if there never was a holder. */
    Optional<LeaseRow> read() throws LeaseStoreException;

    /**
     * Writes holder, address and epoch, if the row is still as it was seen.
     *
     * @return whether it was
     */
    boolean take(Optional<LeaseRow> seen, LeaseRow mine) throws LeaseStoreException;

    /**
     * Writes the next beat, if holder and epoch are still these.
     *
     * @return whether they were
     */
    boolean renew(LeaseRow mine) throws LeaseStoreException;

    /** Leaves the row without a holder and with this epoch, if holder and epoch of it are still {@code mine}. */
    void release(LeaseRow mine, long epoch) throws LeaseStoreException;

    /** Never fails: what is open is given up. */
    @Override
    void close();
}
