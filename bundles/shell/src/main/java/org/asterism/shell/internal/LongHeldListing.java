package org.asterism.shell.internal;

import org.asterism.documents.Ages;
import org.asterism.documents.LockDocument;
import org.asterism.lock.LongHeldLocks;

/** Locks that are held for too long. */
public record LongHeldListing(LongHeldLocks held) implements Report {

    @Override
    public String text() {
        if (held.age().isZero()) {
            return "there is no alarm: long.held.millis of org.asterism.lock.server is 0\n";
        }
        String age = Ages.text(held.age());
        String table = held.locks().isEmpty()
                ? "nothing is held for longer than " + age + "\n"
                : LockTable.of(held.locks()) + "\nheld for longer than " + age + ", the oldest first\n";
        return table + held.grants() + (held.grants() == 1 ? " alarm" : " alarms") + " since the hub started\n";
    }

    @Override
    public Object document() {
        return LockDocument.longHeld(held);
    }
}
