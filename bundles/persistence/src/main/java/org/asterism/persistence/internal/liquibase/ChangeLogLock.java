package org.asterism.persistence.internal.liquibase;

import java.util.function.Predicate;
import liquibase.Liquibase;
import liquibase.database.Database;
import liquibase.exception.LiquibaseException;
import liquibase.lockservice.DatabaseChangeLogLock;
import liquibase.lockservice.LockServiceFactory;
import org.asterism.persistence.internal.MigrationException;
import org.asterism.persistence.internal.MigrationException.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Liquibase's own lock, a row in the database that outlives a holder that is killed. */
final class ChangeLogLock {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeLogLock.class);

    /** Read once by Liquibase: what a lock row says of its owner. */
    private static final String OWNER_PROPERTY = "liquibase.hostDescription";

    private static final long WAIT_MINUTES = 1;

    private final Predicate<String> abandoned;

    ChangeLogLock(Predicate<String> abandoned) {
        this.abandoned = abandoned;
    }

    /** Must be called before the first use of Liquibase in this JVM. */
    static void signWith(String note) {
        System.setProperty(OWNER_PROPERTY, note);
    }

    void freeIfAbandoned(Liquibase liquibase, Database database) throws LiquibaseException, MigrationException {
        LockServiceFactory.getInstance().getLockService(database).setChangeLogLockWaitTime(WAIT_MINUTES);
        for (DatabaseChangeLogLock lock : liquibase.listLocks()) {
            if (!abandoned.test(lock.getLockedBy())) {
                throw new MigrationException(
                        Reason.LOCK_UNAVAILABLE,
                        "the change log lock has been held by " + lock.getLockedBy() + " since "
                                + lock.getLockGranted(),
                        null);
            }
            LOG.warn("Change log lock of {} freed: its owner is gone", lock.getLockedBy());
            liquibase.forceReleaseLocks();
        }
    }
}
