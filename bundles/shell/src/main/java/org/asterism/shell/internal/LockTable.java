package org.asterism.shell.internal;

import java.util.List;
import org.asterism.documents.Ages;
import org.asterism.documents.LockPage;
import org.asterism.lock.LockInfo;
import org.asterism.lock.LockKey;

/** A line for each holder and each waiter, the waiters in the order of the queue. */
final class LockTable {

    private final TextTable table =
            new TextTable("LOCK", "STATE", "MEMBER", "SESSION", "PARTY", "MODE", "COUNT", "TOKEN", "AGE");

    private LockTable() {}

    static String of(LockPage page) {
        return of(page.locks()) + (page.more() ? "... and more: see --limit\n" : "");
    }

    static String of(List<LockInfo> locks) {
        LockTable lines = new LockTable();
        for (LockInfo lock : locks) {
            lock.holders().forEach(holder -> lines.held(lock.key(), holder));
            for (int i = 0; i < lock.waiters().size(); i++) {
                lines.waits(lock.key(), i + 1, lock.waiters().get(i));
            }
        }
        return lines.table.toString();
    }

    private void held(LockKey key, LockInfo.Holder holder) {
        table.row(
                key,
                "held",
                holder.member(),
                Names.session(holder.session(), holder.member()),
                party(holder.party(), holder.session()),
                holder.mode(),
                holder.count(),
                holder.fencingToken(),
                Ages.text(holder.age()));
    }

    private void waits(LockKey key, int place, LockInfo.Waiter waiter) {
        table.row(
                key,
                "waits " + place,
                waiter.member(),
                Names.session(waiter.session(), waiter.member()),
                party(waiter.party(), waiter.session()),
                waiter.mode(),
                "-",
                "-",
                Ages.text(waiter.age()));
    }

    /** A session that no thread waits for is not named twice. */
    private static String party(String party, String session) {
        return party.equals(session) ? "-" : party;
    }
}
