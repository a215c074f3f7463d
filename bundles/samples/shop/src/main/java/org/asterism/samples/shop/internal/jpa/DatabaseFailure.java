package org.asterism.samples.shop.internal.jpa;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.asterism.lock.LockTimeoutException;
import org.asterism.samples.shop.internal.DatabaseUnavailableException;

/** Tells failures of the database from bugs. */
final class DatabaseFailure {

    private static final int MAX_CAUSES = 32;

    private DatabaseFailure() {}

    /** The same exception, or what it means if the database is behind it. */
    static RuntimeException translate(RuntimeException e) {
        if (e instanceof LockTimeoutException) {
            return e;
        }
        return Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
                .limit(MAX_CAUSES)
                .filter(SQLException.class::isInstance)
                .findFirst()
                .<RuntimeException>map(cause -> new DatabaseUnavailableException(cause.getMessage(), e))
                .orElse(e);
    }
}
