package org.asterism.hub.internal.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.asterism.hub.internal.standby.LeaseRow;
import org.asterism.hub.internal.standby.LeaseStore;
import org.asterism.hub.internal.standby.LeaseStoreException;

/**
 * The row in a table of the shared database; makes the table if it is not there. Keeps one connection, so that no restart of
 * the database goes unnoticed. One thread.
 */
public final class JdbcLeaseStore implements LeaseStore {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String READ = "SELECT holder, address, epoch, beat FROM asterism_hub WHERE name = 'hub'";
    private static final String CREATE =
            "CREATE TABLE IF NOT EXISTS asterism_hub (name VARCHAR(16) NOT NULL PRIMARY KEY,"
                    + " holder VARCHAR(64) NOT NULL, address VARCHAR(255) NOT NULL, epoch BIGINT NOT NULL, beat BIGINT NOT NULL)";
    private static final String FIRST =
            "INSERT INTO asterism_hub (name, holder, address, epoch, beat) VALUES ('hub', ?, ?, ?, ?)";
    private static final String TAKE = "UPDATE asterism_hub SET holder = ?, address = ?, epoch = ?, beat = ?"
            + " WHERE name = 'hub' AND holder = ? AND epoch = ? AND beat = ?";
    private static final String RENEW =
            "UPDATE asterism_hub SET beat = beat + 1 WHERE name = 'hub' AND holder = ? AND epoch = ?";
    private static final String RELEASE =
            "UPDATE asterism_hub SET holder = '', address = '', epoch = ?, beat = beat + 1"
                    + " WHERE name = 'hub' AND holder = ? AND epoch = ?";

    private final ConnectionSource source;
    private final Duration timeout;
    private Optional<Connection> open = Optional.empty();

    /** @param timeout of each statement, as far as the driver can; whole seconds, one at least */
    public JdbcLeaseStore(ConnectionSource source, Duration timeout) {
        this.source = source;
        this.timeout = timeout;
    }

    @Override
    public Optional<LeaseRow> read() throws LeaseStoreException {
        return with(connection -> {
            try (PreparedStatement statement = statement(connection, READ);
                    ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new LeaseRow(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)))
                        : Optional.empty();
            }
        });
    }

    @Override
    public boolean take(Optional<LeaseRow> seen, LeaseRow mine) throws LeaseStoreException {
        return seen.isPresent()
                ? update(
                        TAKE,
                        mine.holder(),
                        mine.address(),
                        mine.epoch(),
                        mine.beat(),
                        seen.get().holder(),
                        seen.get().epoch(),
                        seen.get().beat())
                : update(FIRST, mine.holder(), mine.address(), mine.epoch(), mine.beat());
    }

    @Override
    public boolean renew(LeaseRow mine) throws LeaseStoreException {
        return update(RENEW, mine.holder(), mine.epoch());
    }

    @Override
    public void release(LeaseRow mine, long epoch) throws LeaseStoreException {
        update(RELEASE, epoch, mine.holder(), mine.epoch());
    }

    @Override
    public void close() {
        Optional<Connection> former = open;
        open = Optional.empty();
        if (former.isPresent()) {
            try {
                former.get().close();
            } catch (SQLException e) {
                open = Optional.empty(); // broken already
            }
        }
    }

    private boolean update(String sql, Object... values) throws LeaseStoreException {
        return with(connection -> {
            try (PreparedStatement statement = statement(connection, sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                return statement.executeUpdate() == 1;
            } catch (SQLException e) {
                if (sql.equals(FIRST) && UNIQUE_VIOLATION.equals(e.getSQLState())) {
                    return false;
                }
                throw e;
            }
        });
    }

    private <T> T with(Work<T> work) throws LeaseStoreException {
        try {
            if (open.isEmpty()) {
                open = Optional.of(source.open());
                prepare(open.get());
            }
            return work.on(open.get());
        } catch (SQLException e) {
            close();
            throw new LeaseStoreException(String.valueOf(e.getMessage()).strip(), e);
        }
    }

    private void prepare(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        limitNetwork(connection);
        try (PreparedStatement statement = statement(connection, READ)) {
            statement.executeQuery().close();
        } catch (SQLException missing) {
            try (PreparedStatement statement = statement(connection, CREATE)) {
                statement.execute();
            } catch (SQLException e) {
                e.addSuppressed(missing);
                throw e;
            }
        }
    }

    /** A statement that the server never hears of ends too; H2 does not know of it. */
    private void limitNetwork(Connection connection) throws SQLException {
        connection.setNetworkTimeout(
                Runnable::run, (int) timeout.multipliedBy(2).toMillis());
    }

    private PreparedStatement statement(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setQueryTimeout((int) Math.max(1, timeout.toSeconds()));
        return statement;
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
