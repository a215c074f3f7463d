package org.asterism.shell.internal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asterism.lock.LockInfo;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockServerStatus;

/** The lock table: a line for each holder and each waiter. */
public record LockListing(LockServerStatus status, List<LockInfo> locks) implements Report {

    /** With a copy of the list. */
    public LockListing {
        locks = List.copyOf(locks);
    }

    @Override
    public String text() {
        TextTable table = new TextTable("LOCK", "STATE", "MEMBER", "SESSION", "MODE", "COUNT", "TOKEN", "AGE");
        for (LockInfo lock : locks) {
            for (LockInfo.Holder holder : lock.holders()) {
                table.row(
                        lock.key(),
                        "held",
                        holder.member(),
                        holder.session(),
                        holder.mode(),
                        holder.count(),
                        holder.fencingToken(),
                        age(holder.age()));
            }
            for (LockInfo.Waiter waiter : lock.waiters()) {
                table.row(
                        lock.key(),
                        "waits",
                        waiter.member(),
                        waiter.session(),
                        waiter.mode(),
                        "-",
                        "-",
                        age(waiter.age()));
            }
        }
        return table + "\n" + summary();
    }

    private String summary() {
        return status.held() + " held, " + status.waiting() + " waiting; granted " + status.granted() + ", released "
                + status.released() + ", timed out " + status.timedOut() + ", refused " + status.refused() + ", lost "
                + status.lost() + (status.grace() ? "; the lock server waits for holders of its former life" : "")
                + "\n";
    }

    private static String age(Duration age) {
        return age.toMillis() < 10_000 ? age.toMillis() + " ms" : age.toSeconds() + " s";
    }

    @Override
    public Object document() {
        Map<String, Object> totals = new LinkedHashMap<>();
        totals.put("grace", status.grace());
        totals.put("held", status.held());
        totals.put("waiting", status.waiting());
        totals.put("granted", status.granted());
        totals.put("released", status.released());
        totals.put("timedOut", status.timedOut());
        totals.put("refused", status.refused());
        totals.put("lost", status.lost());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("status", totals);
        document.put("locks", locks.stream().map(LockListing::document).toList());
        return document;
    }

    private static Map<String, Object> document(LockInfo lock) {
        LockKey key = lock.key();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("namespace", key.namespace());
        document.put("name", key.name());
        document.put("arguments", key.arguments());
        document.put("holders", lock.holders().stream().map(LockListing::holder).toList());
        document.put("waiters", lock.waiters().stream().map(LockListing::waiter).toList());
        return document;
    }

    private static Map<String, Object> holder(LockInfo.Holder holder) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("member", holder.member().value());
        document.put("session", holder.session());
        document.put("mode", holder.mode().name());
        document.put("count", holder.count());
        document.put("fencingToken", holder.fencingToken());
        document.put("ageMillis", holder.age().toMillis());
        return document;
    }

    private static Map<String, Object> waiter(LockInfo.Waiter waiter) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("member", waiter.member().value());
        document.put("session", waiter.session());
        document.put("mode", waiter.mode().name());
        document.put("ageMillis", waiter.age().toMillis());
        return document;
    }
}
