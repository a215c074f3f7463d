package org.asterism.persistence.internal.jta;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.postgresql.xa.PGXADataSource;

class PostgresTest extends FenceContract {

    private static EmbeddedPostgres postgres;
    private static Database database;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.builder().start();
        PGXADataSource dataSource = new PGXADataSource();
        dataSource.setUrl(postgres.getJdbcUrl("postgres", "postgres"));
        database = new Database(dataSource);
        database.migrate();
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
        postgres.close();
    }

    @Override
    Database database() {
        return database;
    }
}
