package org.asterism.servernode.internal.osgi;

import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps something open for as long as a service is there whose class this container need not even know. */
final class WhilePresent implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WhilePresent.class);

    private final ServiceTracker<Object, AutoCloseable> tracker;

    /** @param filter matches the service; one that matches no more counts as gone */
    WhilePresent(BundleContext context, String filter, Function<Object, AutoCloseable> open) {
        this.tracker = new ServiceTracker<>(context, parsed(filter), new Opener(context, open));
        tracker.open();
    }

    private static Filter parsed(String filter) {
        try {
            return FrameworkUtil.createFilter(filter);
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(filter, e);
        }
    }

    @Override
    public void close() {
        tracker.close();
    }

    private record Opener(BundleContext context, Function<Object, AutoCloseable> open)
            implements ServiceTrackerCustomizer<Object, AutoCloseable> {

        @Override
        public AutoCloseable addingService(ServiceReference<Object> reference) {
            return open.apply(context.getService(reference));
        }

        @Override
        public void modifiedService(ServiceReference<Object> reference, AutoCloseable opened) {}

        @Override
        public void removedService(ServiceReference<Object> reference, AutoCloseable opened) {
            try {
                opened.close();
            } catch (Exception e) {
                LOG.warn("{} did not close", opened, e);
            } finally {
                context.ungetService(reference);
            }
        }
    }
}
