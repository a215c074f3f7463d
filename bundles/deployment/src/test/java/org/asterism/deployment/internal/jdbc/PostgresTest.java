package org.asterism.deployment.internal.jdbc;

import javax.sql.DataSource;
import org.asterism.testing.postgres.Postgres;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresTest extends TablesContract {

    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    @Override
    DataSource dataSource() {
        return POSTGRES.dataSource();
    }
}
