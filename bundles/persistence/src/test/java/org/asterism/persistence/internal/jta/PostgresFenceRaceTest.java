package org.asterism.persistence.internal.jta;

import org.asterism.testing.postgres.Postgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresFenceRaceTest extends FenceRaceContract {

    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    private static Database database;

    @BeforeAll
    static void start() throws Exception {
        database = Database.postgres(POSTGRES.url());
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Override
    Database database() {
        return database;
    }
}
