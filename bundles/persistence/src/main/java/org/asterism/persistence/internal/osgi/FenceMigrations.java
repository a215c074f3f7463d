package org.asterism.persistence.internal.osgi;

import java.net.URL;
import org.asterism.persistence.MigrationSet;
import org.osgi.service.component.annotations.Component;

/** The tables of the fence. */
@Component
public final class FenceMigrations implements MigrationSet {

    static final String SCHEMA = "fence";

    @Override
    public String schema() {
        return SCHEMA;
    }

    @Override
    public URL changeLog() {
        return FenceMigrations.class.getResource("/db/fence.sql");
    }
}
