package org.asterism.persistence.internal.liquibase;

import javax.sql.DataSource;
import org.asterism.testing.postgres.Postgres;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresTest extends LiquibaseStoreContract {

    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    @Override
    DataSource dataSource() {
        return POSTGRES.dataSource();
    }
}
