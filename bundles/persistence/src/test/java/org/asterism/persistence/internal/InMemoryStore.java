package org.asterism.persistence.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.asterism.persistence.internal.MigrationException.Reason;

/** Remembers what was applied; unavailable for as long as one likes. */
public final class InMemoryStore implements SchemaStore {

    private final Set<String> checksums = new HashSet<>();
    public final List<String> applied = new ArrayList<>();
    private int failures;

    public synchronized void failTimes(int times) {
        failures = times;
    }

    @Override
    public synchronized boolean isCurrent(ChangeLog changeLog) throws MigrationException {
        if (failures > 0) {
            failures--;
            throw new MigrationException(Reason.DATABASE_UNAVAILABLE, "no database: down", null);
        }
        return checksums.contains(changeLog.checksum());
    }

    @Override
    public synchronized void apply(ChangeLog changeLog) {
        applied.add(changeLog.schema());
        checksums.add(changeLog.checksum());
    }
}
