package org.asterism.samples.shop.internal;

import java.util.List;
import java.util.Optional;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockException;

/**
 * The stock in the shared database. Every method is one transaction and fails with {@link DatabaseUnavailableException} if
 * the database does not answer. Those that change something need the cluster lock of the product and fail with a
 * {@link LockException}, without having changed anything, if it is lost or a later holder has been here before.
 */
public interface Stock {

    Optional<StockLevel> find(Sku sku);

    /** All products, sorted by name, at most {@code limit}. */
    List<StockLevel> all(int limit);

    /** Creates the product or sets its stock. */
    void set(StockLevel level, HeldLock lock);

    /** Decides by {@link ReserveOutcome#decide} and writes what was decided. */
    ReserveOutcome reserve(Reservation order, HeldLock lock);

    /** What was reserved of a product so far. */
    Reserved reserved(Sku sku);

    /** @param count reservations
     * @param quantity the sum of their quantities */
    record Reserved(long count, long quantity) {}
}
