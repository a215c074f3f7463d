package org.asterism.persistence.internal.osgi;

import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.asterism.persistence.MigratedSchema;
import org.asterism.persistence.internal.jdbc.SchemaDataSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** Registers what there is of a schema once it is up to date: its data source, then {@link MigratedSchema}. */
final class SchemaPublisher {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final BundleContext context;
    private final DataSource shared;

    SchemaPublisher(BundleContext context, DataSource shared) {
        this.context = context;
        this.shared = shared;
    }

    /** The persistence units of the schema are built in this call, by whoever listens for the data source. */
    Runnable publish(String schema) {
        var properties = FrameworkUtil.asDictionary(Map.of(MigratedSchema.SCHEMA, schema));
        SchemaDataSource dataSource = new SchemaDataSource(shared, PATIENCE);
        ServiceRegistration<?> first = context.registerService(DataSource.class, dataSource.proxy(), properties);
        dataSource.settled();
        ServiceRegistration<?> second = context.registerService(MigratedSchema.class, () -> schema, properties);
        return () -> {
            second.unregister();
            first.unregister();
        };
    }
}
