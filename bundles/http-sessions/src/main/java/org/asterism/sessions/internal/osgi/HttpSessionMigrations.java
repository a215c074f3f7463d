package org.asterism.sessions.internal.osgi;

import java.net.URL;
import org.asterism.persistence.MigrationSet;
import org.osgi.service.component.annotations.Component;

/** The table of the sessions. */
@Component
public final class HttpSessionMigrations implements MigrationSet {

    static final String SCHEMA = "http-sessions";

    @Override
    public String schema() {
        return SCHEMA;
    }

    @Override
    public URL changeLog() {
        return HttpSessionMigrations.class.getResource("/db/http-sessions.sql");
    }
}
