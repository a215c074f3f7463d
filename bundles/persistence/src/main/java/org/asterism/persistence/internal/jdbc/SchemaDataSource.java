package org.asterism.persistence.internal.jdbc;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * The shared database as the persistence unit of one schema sees it. Until it is {@link #settled} a connection that cannot be
 * had is asked for again: a persistence unit looks at its database once, when the data source appears, and Aries JPA never
 * again tries to build one that failed then. Afterwards every failure is passed on at once.
 */
public final class SchemaDataSource implements DataSource {

    private static final long PAUSE_MILLIS = 250;

    private final DataSource shared;
    private final Duration patience;
    private volatile boolean settled;

    /** @param patience how long to ask again for one connection */
    public SchemaDataSource(DataSource shared, Duration patience) {
        this.shared = shared;
        this.patience = patience;
    }

    /** Ends the patience: whoever looks at the database first has done so. */
    public void settled() {
        settled = true;
    }

    @Override
    public Connection getConnection() throws SQLException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return shared.getConnection();
            } catch (SQLException e) {
                if (settled || System.nanoTime() - deadline > 0 || interruptedInPause()) {
                    throw e;
                }
            }
        }
    }

    private static boolean interruptedInPause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("the user is configured");
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return shared.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        shared.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        shared.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return shared.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return shared.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(shared) ? type.cast(shared) : shared.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(shared) || shared.isWrapperFor(type);
    }
}
