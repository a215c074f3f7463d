package org.asterism.lock.internal.server;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.MBeanNotificationInfo;
import javax.management.Notification;
import javax.management.NotificationBroadcasterSupport;
import org.asterism.lock.LockInfo;
import org.asterism.lock.LockInfo.Holder;
import org.asterism.lock.LockStatistics;
import org.asterism.lock.LongHeldLocks;

/** What JMX shows of a lock server; the numbers are taken when they are asked for. */
public final class LockServerBean extends NotificationBroadcasterSupport implements LockServerMXBean {

    /** The object name. */
    public static final String NAME = "org.asterism:type=LockServer";

    /** The type of the notification of a lock that is held for too long; its message says who holds what since when. */
    public static final String HELD_LONG = "org.asterism.lock.held.long";

    private static final int NANOS = 1_000;

    private final MessagingLockServer server;
    private final AtomicLong sequence = new AtomicLong();

    public LockServerBean(MessagingLockServer server) {
        this.server = server;
    }

    private LockStatistics numbers() {
        return server.statistics();
    }

    private static long micros(Duration time) {
        return time.toNanos() / NANOS;
    }

    @Override
    public boolean isGrace() {
        return server.status().grace();
    }

    @Override
    public int getHeld() {
        return server.status().held();
    }

    @Override
    public int getWaiting() {
        return server.status().waiting();
    }

    @Override
    public int getEntries() {
        return numbers().entries();
    }

    @Override
    public int getOwners() {
        return numbers().owners();
    }

    @Override
    public int getPeakHeld() {
        return numbers().peakHeld();
    }

    @Override
    public int getPeakWaiting() {
        return numbers().peakWaiting();
    }

    @Override
    public long getGranted() {
        return server.status().granted();
    }

    @Override
    public long getReleased() {
        return server.status().released();
    }

    @Override
    public long getTimedOut() {
        return server.status().timedOut();
    }

    @Override
    public long getRefused() {
        return server.status().refused();
    }

    @Override
    public long getLost() {
        return server.status().lost();
    }

    @Override
    public long getWaited() {
        return numbers().waited();
    }

    @Override
    public long getForced() {
        return numbers().forced();
    }

    @Override
    public long getPromoted() {
        return numbers().promoted();
    }

    @Override
    public long getDeadlocks() {
        return numbers().deadlocks();
    }

    @Override
    public long getHeldLong() {
        return server.longHeld().grants();
    }

    @Override
    public List<String> getLongHeld() {
        LongHeldLocks held = server.longHeld();
        return held.locks().stream()
                .flatMap(lock -> lock.holders().stream()
                        .filter(holder -> holder.age().compareTo(held.age()) >= 0)
                        .map(holder -> text(lock, holder)))
                .toList();
    }

    private static String text(LockInfo lock, Holder holder) {
        return lock.key() + " " + holder.member() + " " + holder.party() + " "
                + holder.age().toSeconds() + " s";
    }

    /** Sends a notification for each grant that is held for too long, until it is closed. */
    AutoCloseable tellLongHeld() {
        return server.onLongHeld((lock, holder) ->
                sendNotification(new Notification(HELD_LONG, NAME, sequence.incrementAndGet(), text(lock, holder))));
    }

    @Override
    public MBeanNotificationInfo[] getNotificationInfo() {
        return new MBeanNotificationInfo[] {
            new MBeanNotificationInfo(
                    new String[] {HELD_LONG}, Notification.class.getName(), "A lock is held for too long.")
        };
    }

    @Override
    public long getOldestMillis() {
        return numbers().oldest().toMillis();
    }

    @Override
    public long getHoldingP50Micros() {
        return micros(numbers().holding().p50());
    }

    @Override
    public long getHoldingP99Micros() {
        return micros(numbers().holding().p99());
    }

    @Override
    public long getHoldingMaxMicros() {
        return micros(numbers().holding().max());
    }

    @Override
    public long getWaitingP50Micros() {
        return micros(numbers().waiting().p50());
    }

    @Override
    public long getWaitingP99Micros() {
        return micros(numbers().waiting().p99());
    }

    @Override
    public long getWaitingMaxMicros() {
        return micros(numbers().waiting().max());
    }

    @Override
    public Map<String, Integer> getHeldByNamespace() {
        Map<String, Integer> held = new TreeMap<>();
        numbers().namespaces().forEach((namespace, counts) -> held.put(namespace, counts.held()));
        return held;
    }

    @Override
    public List<String> getTopOwners() {
        return numbers().topOwners().stream()
                .map(owner -> owner.member() + " " + owner.locks())
                .toList();
    }

    @Override
    public List<String> getOverflows() {
        return numbers().overflows();
    }
}
