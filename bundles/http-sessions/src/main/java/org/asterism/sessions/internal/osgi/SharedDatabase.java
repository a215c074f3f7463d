package org.asterism.sessions.internal.osgi;

import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.asterism.persistence.MigratedSchema;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** Tells of the best data source that is there while the table of the sessions is. */
final class SharedDatabase extends ServiceTracker<DataSource, DataSource> {

    private static final String FILTER = "(&(objectClass=" + DataSource.class.getName() + ")(" + MigratedSchema.SCHEMA
            + "=" + HttpSessionMigrations.SCHEMA + "))";

    private final Ranked<ServiceReference<DataSource>, DataSource> present = new Ranked<>(); // guarded by this
    private final Consumer<Optional<DataSource>> listener;

    SharedDatabase(BundleContext context, Consumer<Optional<DataSource>> listener) {
        super(context, filter(), null);
        this.listener = listener;
        open();
    }

    private static Filter filter() {
        try {
            return FrameworkUtil.createFilter(FILTER);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(FILTER, e);
        }
    }

    @Override
    public DataSource addingService(ServiceReference<DataSource> reference) {
        DataSource source = super.addingService(reference);
        if (source != null) {
            change(() -> present.add(reference, source));
        }
        return source;
    }

    @Override
    public void removedService(ServiceReference<DataSource> reference, DataSource source) {
        change(() -> present.remove(reference));
        super.removedService(reference, source);
    }

    private synchronized void change(Runnable change) {
        change.run();
        listener.accept(present.best());
    }
}
