package org.asterism.hub.internal.osgi;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Optional;
import javax.sql.DataSource;
import org.asterism.hub.internal.jdbc.ConnectionSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** The shared database, as the container has it at the moment. */
record DataSourceService(BundleContext context, String name) implements ConnectionSource {

    @Override
    public Connection open() throws SQLException {
        ServiceReference<DataSource> reference = reference()
                .orElseThrow(() -> new SQLException("there is no data source '" + name
                        + "'; see etc/org.ops4j.datasource-" + name + ".cfg and the feature asterism-hub-standby"));
        DataSource service = context.getService(reference);
        if (service == null) {
            throw new SQLException("the data source '" + name + "' goes away");
        }
        try {
            return service.getConnection();
        } finally {
            context.ungetService(reference);
        }
    }

    private Optional<ServiceReference<DataSource>> reference() throws SQLException {
        try {
            return context.getServiceReferences(DataSource.class, "(osgi.jndi.service.name=" + name + ")").stream()
                    .max(Comparator.naturalOrder());
        } catch (InvalidSyntaxException e) {
            throw new SQLException("'" + name + "' is no name of a data source", e);
        }
    }
}
