package org.asterism.persistence.internal.jta;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class H2FenceTest extends FenceContract {

    private static Database database;

    @BeforeAll
    static void start() throws Exception {
        database = Database.h2("fence");
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
