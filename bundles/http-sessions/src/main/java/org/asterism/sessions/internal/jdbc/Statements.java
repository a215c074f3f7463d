package org.asterism.sessions.internal.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.asterism.sessions.internal.StoreException;

/** Runs one statement, on a connection of its own and apart from the transaction of the application. */
final class Statements {

    private final DataSource dataSource;
    private final Isolation isolation;

    Statements(DataSource dataSource, Isolation isolation) {
        this.dataSource = dataSource;
        this.isolation = isolation;
    }

    /** @param what is done to sessions, for the message of a failure */
    <T> T run(String what, String sql, Work<T> work) throws StoreException {
        try {
            return isolation.apart(() -> {
                try (Connection connection = dataSource.getConnection();
                        PreparedStatement statement = connection.prepareStatement(sql)) {
                    return work.run(statement);
                }
            });
        } catch (SQLException e) {
            throw new StoreException(
                    "HTTP sessions cannot be " + what + " in the shared database: " + e.getMessage(), e);
        }
    }

    static void set(PreparedStatement statement, Object... values) throws SQLException {
        setFrom(statement, 1, values);
    }

    static void setFrom(PreparedStatement statement, int first, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(first + i, values[i]);
        }
    }

    /** What is done with a statement. */
    interface Work<T> {

        T run(PreparedStatement statement) throws SQLException;
    }
}
