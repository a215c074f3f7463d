package org.asterism.remote.internal.osgi;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** A consumer of shelves, and what happened to the imported ones before its eyes. */
final class SeenServices extends ServiceTracker<Shelf, Shelf> {

    private final List<String> events = new CopyOnWriteArrayList<>();

    SeenServices(BundleContext context) {
        super(context, Shelf.class, null);
        open();
    }

    List<String> events() {
        return events;
    }

    @Override
    public Shelf addingService(ServiceReference<Shelf> reference) {
        events.add("added " + reference.getProperty("colour"));
        return super.addingService(reference);
    }

    @Override
    public void modifiedService(ServiceReference<Shelf> reference, Shelf service) {
        events.add("modified " + reference.getProperty("colour"));
    }

    @Override
    public void removedService(ServiceReference<Shelf> reference, Shelf service) {
        super.removedService(reference, service);
        events.add("removed " + reference.getProperty("colour"));
    }
}
