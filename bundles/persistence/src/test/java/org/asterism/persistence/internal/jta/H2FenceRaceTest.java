package org.asterism.persistence.internal.jta;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class H2FenceRaceTest extends FenceRaceContract {

    private static Database database;

    @BeforeAll
    static void start() throws Exception {
        database = Database.h2("fencerace");
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
