package org.asterism.samples.shop.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.asterism.cluster.ClusterService;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockService;

/**
 * The shop, as one node runs it.
 *
 * <ol>
 *   <li>Stock is read for a change, and changed, only while the cluster lock of the product is held.
 *   <li>All nodes hear of a change and drop their copy.
 *   <li>While this node is islanded it hears nothing, and so trusts no copy.
 * </ol>
 */
public class Shop {

    private final Stock stock;
    private final LockService locks;
    private final ClusterService cluster;
    private final StockNews news;
    private final ShopSettings settings;
    private final InstantSource clock;
    private final LongSupplier monotonicNanos;
    private final StockCache cache;
    private final RecentEvents events;

    /**
     * @param clock what reservations and events are stamped with
     * @param monotonicNanos what the age of copies is measured by
     */
    public Shop(
            Stock stock,
            LockService locks,
            ClusterService cluster,
            StockNews news,
            ShopSettings settings,
            InstantSource clock,
            LongSupplier monotonicNanos) {
        this.stock = stock;
        this.locks = locks;
        this.cluster = cluster;
        this.news = news;
        this.settings = settings;
        this.clock = clock;
        this.monotonicNanos = monotonicNanos;
        this.cache = new StockCache(settings.cacheAge(), settings.cacheSize());
        this.events = new RecentEvents(settings.events());
    }

    public Optional<StockLevel> find(Sku sku) {
        if (cluster.view().stale()) {
            return stock.find(sku);
        }
        return cache.get(sku, monotonicNanos.getAsLong()).or(() -> read(sku));
    }

    private Optional<StockLevel> read(Sku sku) {
        long asOf = cache.generation();
        Optional<StockLevel> level = stock.find(sku);
        level.ifPresent(found -> cache.put(found, asOf, monotonicNanos.getAsLong()));
        return level;
    }

    public List<StockLevel> all(int limit) {
        return stock.all(limit);
    }

    public Stock.Reserved reserved(Sku sku) {
        return stock.reserved(sku);
    }

    /** @throws InterruptedException if the thread was interrupted while it waited for the lock */
    public void set(StockLevel level) throws InterruptedException {
        try (HeldLock lock = lock(level.sku())) {
            stock.set(level, lock);
        }
        changed(level, 0);
    }

    /**
     * @throws org.asterism.lock.LockException if the lock could not be had in time
     * @throws InterruptedException if the thread was interrupted while it waited for the lock
     */
    public ReserveOutcome reserve(Sku sku, long quantity) throws InterruptedException {
        ReserveOutcome outcome;
        try (HeldLock lock = lock(sku)) {
            outcome = stock.reserve(order(sku, quantity, lock.fencingToken()), lock);
        }
        if (outcome instanceof ReserveOutcome.Reserved reserved) {
            changed(reserved.left(), quantity);
        }
        return outcome;
    }

    private HeldLock lock(Sku sku) throws InterruptedException {
        return locks.acquire(LockKey.of("shop", "product", sku.value()), LockMode.EXCLUSIVE, settings.lockWait());
    }

    private Reservation order(Sku sku, long quantity, long fencingToken) {
        String id = UUID.randomUUID().toString();
        return new Reservation(id, sku, quantity, fencingToken, node(), clock.instant());
    }

    private void changed(StockLevel level, long quantity) {
        cache.drop(level.sku());
        Instant now = clock.instant();
        news.tell(new StockEvent(level.sku(), quantity, level.stock(), node(), now));
    }

    /** A node, this one or another, has changed the stock of a product. */
    public void heard(StockEvent event) {
        cache.drop(event.sku());
        events.add(event);
    }

    /** Something may have been missed. */
    public void reconnected() {
        cache.dropAll();
    }

    public List<StockEvent> events() {
        return events.list();
    }

    /** The node this is. */
    public String node() {
        return cluster.self().value();
    }

    /** The instance this node belongs to. */
    public String instance() {
        return cluster.self().parent().orElse(node());
    }

    public boolean islanded() {
        return cluster.view().stale();
    }
}
