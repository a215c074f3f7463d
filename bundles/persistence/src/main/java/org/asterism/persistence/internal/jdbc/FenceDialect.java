package org.asterism.persistence.internal.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.asterism.persistence.internal.FenceKey;

/** What databases do differently when two insert the same row, and when one waits for the other. */
enum FenceDialect {
    /** A failed statement spoils the transaction: insert without failing. The driver ends a statement that takes too long. */
    POSTGRESQL(" on conflict do nothing") {
        @Override
        void limit(Statement statement, int seconds) throws SQLException {
            statement.setQueryTimeout(seconds);
        }
    },
    /** H2: a failed statement leaves the transaction as it was. Waiting is bounded by its LOCK_TIMEOUT. */
    STANDARD("") {
        @Override
        void limit(Statement statement, int seconds) {
            // a limit would be set for all further users of the connection, with a round trip
        }
    };

    private static final String UNIQUE_VIOLATION = "23505";
    /** Cancelled by the driver; refused by {@code lock_timeout}; refused by H2's LOCK_TIMEOUT. */
    private static final Set<String> TIMEOUTS = Set.of("57014", "55P03", "HYT00");

    private final String insert;

    FenceDialect(String suffix) {
        this.insert =
                "insert into asterism_fence (id, lock_key, token, advanced_at) values (?, ?, ?, current_timestamp)"
                        + suffix;
    }

    static FenceDialect of(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL") ? POSTGRESQL : STANDARD;
    }

    static boolean isTimeout(SQLException e) {
        return e.getSQLState() != null && TIMEOUTS.contains(e.getSQLState());
    }

    abstract void limit(Statement statement, int seconds) throws SQLException;

    /** @return false if somebody else has inserted the row meanwhile */
    boolean insert(Connection connection, int seconds, FenceKey key, long token) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            limit(statement, seconds);
            statement.setString(1, key.id());
            statement.setString(2, key.text());
            statement.setLong(3, token);
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }
}
