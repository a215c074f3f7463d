package org.asterism.shell.internal;

import org.asterism.documents.LockPage;
import org.asterism.lock.LockServerStatus;

/** The lock table, or a part of it. */
public record LockListing(LockPage page) implements Report {

    @Override
    public String text() {
        return LockTable.of(page) + "\n" + summary(page.status());
    }

    private static String summary(LockServerStatus status) {
        return status.held() + " held, " + status.waiting() + " waiting; granted " + status.granted() + ", released "
                + status.released() + ", timed out " + status.timedOut() + ", refused " + status.refused() + ", lost "
                + status.lost() + grace(status) + "\n";
    }

    static String grace(LockServerStatus status) {
        return status.grace() ? "; the lock server waits for holders of its former life" : "";
    }

    @Override
    public Object document() {
        return page.document();
    }
}
