package org.asterism.lock.internal;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.asterism.lock.LockStatistics;
import org.asterism.lock.LockStatistics.OwnerCount;
import org.asterism.lock.internal.LockStatisticsBook.Event;

/** The numbers of the table at one moment. */
final class StatisticsView {

    private static final int TOP = 3;

    private StatisticsView() {}

    static LockStatistics of(LockLedger ledger, BoundsWatch bounds, boolean grace, long now) {
        LockStatisticsBook book = ledger.statistics();
        Grant oldest = ledger.ages().oldest();
        return new LockStatistics(
                book.status(grace),
                book.peakHeld(),
                book.peakWaiting(),
                ledger.index().size(),
                book.sessions(),
                oldest == null ? Duration.ZERO : Duration.ofNanos(now - oldest.since),
                book.counted(Event.WAITED),
                book.counted(Event.FORCED),
                book.counted(Event.PROMOTED),
                book.counted(Event.DEADLOCK),
                book.holding(),
                book.waitingTimes(),
                book.namespaces(),
                topOwners(ledger.books()),
                bounds.overflows());
    }

    private static List<OwnerCount> topOwners(OwnerBooks books) {
        return books.all().stream()
                .filter(book -> book.size() > 0)
                .map(book -> new OwnerCount(book.owner().member().toString(), book.size()))
                .sorted(Comparator.comparingInt(OwnerCount::locks).reversed().thenComparing(OwnerCount::member))
                .limit(TOP)
                .toList();
    }
}
