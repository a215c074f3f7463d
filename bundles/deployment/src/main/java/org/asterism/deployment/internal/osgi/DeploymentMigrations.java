package org.asterism.deployment.internal.osgi;

import java.net.URL;
import org.asterism.persistence.MigrationSet;
import org.osgi.service.component.annotations.Component;

/** The tables of the deployments. */
@Component
public final class DeploymentMigrations implements MigrationSet {

    static final String SCHEMA = "deployment";

    @Override
    public String schema() {
        return SCHEMA;
    }

    @Override
    public URL changeLog() {
        return DeploymentMigrations.class.getResource("/db/deployment.sql");
    }
}
