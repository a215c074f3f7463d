package org.asterism.sessions.internal.jdbc;

import javax.sql.DataSource;
import org.asterism.sessions.internal.SessionTable;

class H2Test extends SessionStoreContract {

    @Override
    DataSource dataSource() {
        return SessionTable.inMemory();
    }
}
