package org.asterism.samples.shop.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.asterism.cluster.ClusterListener;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.MemberId;
import org.asterism.lock.LockService;

/** A server node with its shop, and what it told. */
public final class OneNode implements ClusterService, StockNews {

    public static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final MemberId id;
    private final List<StockEvent> told = new CopyOnWriteArrayList<>();
    private final Shop shop;
    private volatile boolean islanded;

    public OneNode(String id, Stock stock, LockService locks, Duration lockWait) {
        this.id = new MemberId(id);
        ShopSettings settings = new ShopSettings(lockWait, Duration.ofSeconds(30), 100, 20);
        this.shop = new Shop(stock, locks, this, this, settings, InstantSource.fixed(NOW), () -> 0);
    }

    public Shop shop() {
        return shop;
    }

    public List<StockEvent> told() {
        return List.copyOf(told);
    }

    public void island(boolean isIslanded) {
        islanded = isIslanded;
    }

    @Override
    public void tell(StockEvent event) {
        told.add(event);
    }

    @Override
    public MemberId self() {
        return id;
    }

    @Override
    public String incarnation() {
        return "i1";
    }

    @Override
    public ClusterView view() {
        return new ClusterView(1, 1, false, islanded, List.of(), List.of());
    }

    @Override
    public AutoCloseable subscribe(ClusterListener listener) {
        throw new UnsupportedOperationException("not needed here");
    }
}
