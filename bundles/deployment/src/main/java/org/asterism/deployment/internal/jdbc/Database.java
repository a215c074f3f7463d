package org.asterism.deployment.internal.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.asterism.deployment.DeploymentException;

/** Carries work out in transactions of their own. Safe for use by several threads. */
public final class Database {

    private final DataSource source;

    public Database(DataSource source) {
        this.source = source;
    }

    /** Work on a connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException, DeploymentException;
    }

    /** All of it or nothing, at READ COMMITTED. */
    <T> T transact(String what, Work<T> work) throws DeploymentException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | DeploymentException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new DeploymentException("the shared database did not take part (" + what + "): " + e.getMessage(), e);
        }
    }
}
