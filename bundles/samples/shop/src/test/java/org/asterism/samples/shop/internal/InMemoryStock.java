package org.asterism.samples.shop.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.asterism.lock.HeldLock;

/** Like the database: between reading and writing there is time for someone else, and nothing here prevents it. */
public final class InMemoryStock implements Stock {

    private final Map<Sku, Long> levels = new ConcurrentHashMap<>();
    private final List<Reservation> reservations = new CopyOnWriteArrayList<>();
    private final AtomicInteger reads = new AtomicInteger();
    private final InMemoryFence fence = new InMemoryFence();
    private volatile boolean down;

    public InMemoryFence fence() {
        return fence;
    }

    public void down(boolean isDown) {
        down = isDown;
    }

    public int reads() {
        return reads.get();
    }

    public List<Reservation> reservations() {
        return List.copyOf(reservations);
    }

    @Override
    public Optional<StockLevel> find(Sku sku) {
        requireUp();
        reads.incrementAndGet();
        return Optional.ofNullable(levels.get(sku)).map(stock -> new StockLevel(sku, stock));
    }

    @Override
    public List<StockLevel> all(int limit) {
        requireUp();
        List<StockLevel> all = new ArrayList<>();
        levels.forEach((sku, stock) -> all.add(new StockLevel(sku, stock)));
        all.sort(Comparator.comparing(level -> level.sku().value()));
        return all.subList(0, Math.min(limit, all.size()));
    }

    @Override
    public void set(StockLevel level, HeldLock lock) {
        requireUp();
        fence.advance(lock);
        levels.put(level.sku(), level.stock());
    }

    @Override
    public ReserveOutcome reserve(Reservation order, HeldLock lock) {
        fence.advance(lock);
        Optional<StockLevel> before = find(order.sku());
        LockSupport.parkNanos(1);
        ReserveOutcome outcome = before.map(level -> ReserveOutcome.decide(level, order))
                .orElseGet(() -> new ReserveOutcome.NoSuchProduct(order.sku()));
        if (outcome instanceof ReserveOutcome.Reserved reserved) {
            levels.put(order.sku(), reserved.left().stock());
            reservations.add(order);
        }
        return outcome;
    }

    @Override
    public Reserved reserved(Sku sku) {
        List<Reservation> of =
                reservations.stream().filter(one -> one.sku().equals(sku)).toList();
        return new Reserved(
                of.size(), of.stream().mapToLong(Reservation::quantity).sum());
    }

    private void requireUp() {
        if (down) {
            throw new DatabaseUnavailableException("down", null);
        }
    }
}
