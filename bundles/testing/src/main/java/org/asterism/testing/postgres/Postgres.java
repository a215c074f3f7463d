package org.asterism.testing.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A PostgreSQL for all tests of a class.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final Postgres POSTGRES = new Postgres();
 * }</pre>
 */
public final class Postgres implements BeforeAllCallback, AfterAllCallback {

    private EmbeddedPostgres server;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        server = EmbeddedPostgres.builder().start();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        server.close();
    }

    /** Not pooled. */
    public DataSource dataSource() {
        return server.getPostgresDatabase();
    }

    /** With user and password. */
    public String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }
}
