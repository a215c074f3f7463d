package org.asterism.persistence.internal.jta;

import java.util.ArrayList;
import java.util.List;
import org.asterism.lock.LockSession;
import org.asterism.testing.lock.PartialLocks;

/** Remembers the sessions it has opened. */
final class ManualLocks extends PartialLocks {

    final List<ManualSession> opened = new ArrayList<>();

    @Override
    public LockSession openSession() {
        opened.add(new ManualSession());
        return opened.get(opened.size() - 1);
    }
}
