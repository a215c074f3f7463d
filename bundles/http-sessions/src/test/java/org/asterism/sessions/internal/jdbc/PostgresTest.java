package org.asterism.sessions.internal.jdbc;

import javax.sql.DataSource;
import org.asterism.testing.postgres.Postgres;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresTest extends SessionStoreContract {

    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    @Override
    DataSource dataSource() {
        return POSTGRES.dataSource();
    }
}
