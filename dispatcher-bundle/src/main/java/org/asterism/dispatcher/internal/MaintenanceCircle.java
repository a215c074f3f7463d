package org.asterism.dispatcher.internal;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.asterism.dispatcher.MaintenanceNotice;
import org.asterism.dispatcher.MaintenanceService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is under maintenance, as one dispatcher knows it and tells the others. What is new to it goes to all others; with one that is
 * new it exchanges all there is. So whatever one has been told all know, as soon as they have heard of each other. Safe for use by
 * all threads.
 */
public final class MaintenanceCircle implements MaintenanceService {

    private static final Logger LOG = LoggerFactory.getLogger(MaintenanceCircle.class);

    private final Executor teller;
    private final Set<MaintenanceService> others = ConcurrentHashMap.newKeySet();
    private MaintenanceBoard board = MaintenanceBoard.EMPTY;
    private Consumer<MaintenanceBoard> listener = ignored -> {};

    /** @param teller calls the others, which may be slow or away */
    public MaintenanceCircle(Executor teller) {
        this.teller = teller;
    }

    /** The board now, and each later one, goes to the listener. */
    public synchronized void listen(Consumer<MaintenanceBoard> changes) {
        listener = changes;
        changes.accept(board);
    }

    /** Says so from here, whatever was said before. */
    public void announce(String application, boolean on, String page, boolean html, Duration retryAfter, long millis) {
        long version;
        synchronized (this) {
            version = board.nextVersion(millis);
        }
        take(List.of(new MaintenanceNotice(application, on, page, html, retryAfter, version)));
    }

    @Override
    public synchronized List<MaintenanceNotice> notices() {
        return board.notices();
    }

    @Override
    public void take(List<MaintenanceNotice> notices) {
        if (isNews(notices)) {
            others.forEach(other -> teller.execute(() -> other.take(notices)));
        }
    }

    private synchronized boolean isNews(List<MaintenanceNotice> notices) {
        MaintenanceBoard next = board.with(notices);
        if (next == board) {
            return false;
        }
        log(board, next);
        board = next;
        listener.accept(next);
        return true;
    }

    private static void log(MaintenanceBoard before, MaintenanceBoard now) {
        now.applications().stream()
                .filter(application -> !before.applications().contains(application))
                .forEach(application -> LOG.info("{}/: served → under maintenance", application));
        before.applications().stream()
                .filter(application -> !now.applications().contains(application))
                .forEach(application -> LOG.info("{}/: under maintenance → served", application));
    }

    /** Another dispatcher is there. */
    public void join(MaintenanceService other) {
        others.add(other);
        teller.execute(() -> {
            take(other.notices());
            other.take(notices());
        });
    }

    public void leave(MaintenanceService other) {
        others.remove(other);
    }
}
