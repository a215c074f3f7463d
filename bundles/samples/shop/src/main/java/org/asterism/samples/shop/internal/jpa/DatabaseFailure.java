package org.asterism.samples.shop.internal.jpa;

import java.sql.SQLException;
import java.util.stream.Stream;
import javax.transaction.RollbackException;
import javax.transaction.SystemException;
import org.asterism.samples.shop.internal.DatabaseUnavailableException;

/** Tells failures of the database from bugs. */
final class DatabaseFailure {

    private static final int MAX_CAUSES = 32;

    private DatabaseFailure() {}

    /** The same exception, or what it means if the database is behind it. */
    static RuntimeException translate(RuntimeException e) {
        return Stream.<Throwable>iterate(e, cause -> cause != null, Throwable::getCause)
                .limit(MAX_CAUSES)
                .filter(DatabaseFailure::isOfDatabase)
                .findFirst()
                .<RuntimeException>map(cause -> new DatabaseUnavailableException(cause.getMessage(), e))
                .orElse(e);
    }

    private static boolean isOfDatabase(Throwable cause) {
        return cause instanceof SQLException || cause instanceof RollbackException || cause instanceof SystemException;
    }
}
