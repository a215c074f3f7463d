package org.asterism.sessions.internal.jdbc;

import java.sql.SQLException;

/** Has work done that must not be part of the transaction of the application. */
public interface Isolation {

    /** Where there are no transactions of threads. */
    Isolation NONE = new Isolation() {
        @Override
        public <T> T apart(Work<T> work) throws SQLException {
            return work.run();
        }
    };

    <T> T apart(Work<T> work) throws SQLException;

    /** Something with the database. */
    interface Work<T> {

        T run() throws SQLException;
    }
}
