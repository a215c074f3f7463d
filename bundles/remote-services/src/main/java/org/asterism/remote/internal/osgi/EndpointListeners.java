package org.asterism.remote.internal.osgi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.aries.rsa.util.StringPlus;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.osgi.service.remoteserviceadmin.EndpointEventListener;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The endpoint listeners of this framework, also of the former kind, except those of this bundle. One that fails does not
 * disturb the others.
 */
final class EndpointListeners extends ServiceTracker<Object, EndpointEventListener> {

    private static final Logger LOG = LoggerFactory.getLogger(EndpointListeners.class);

    private final Runnable changed;
    /** Not what the tracker knows: it knows of a listener only after it has been told here. */
    private final Map<ServiceReference<Object>, EndpointEventListener> present = new ConcurrentHashMap<>();

    private final Map<EndpointEventListener, ListenerEvents> told = new HashMap<>();

    /** @param changed called on any thread when {@link #tell} has something new to tell */
    EndpointListeners(BundleContext context, Runnable changed) throws InvalidSyntaxException {
        super(context, context.createFilter(FormerEndpointListener.BOTH_KINDS), null);
        this.changed = changed;
    }

    @Override
    public EndpointEventListener addingService(ServiceReference<Object> reference) {
        if (context.getBundle().equals(reference.getBundle())) {
            return null;
        }
        EndpointEventListener listener = FormerEndpointListener.asNew(context.getService(reference));
        if (listener != null) {
            present.put(reference, listener);
        }
        changed.run();
        return listener;
    }

    @Override
    public void modifiedService(ServiceReference<Object> reference, EndpointEventListener listener) {
        changed.run();
    }

    @Override
    public void removedService(ServiceReference<Object> reference, EndpointEventListener listener) {
        present.remove(reference);
        context.ungetService(reference);
        changed.run();
    }

    /** Tells every listener what it does not know yet. To be called on one thread only. */
    void tell(Map<String, EndpointDescription> endpoints) {
        told.keySet().retainAll(present.values());
        present.forEach((reference, listener) -> told.computeIfAbsent(listener, any -> new ListenerEvents())
                .sync(scope(reference), endpoints)
                .forEach(due -> tell(listener, due)));
    }

    /** Tells every listener again that an endpoint is gone, whatever filter it may know it by. */
    void repeatRemoval(EndpointDescription endpoint) {
        told.forEach((listener, events) -> events.repeatRemoval(endpoint).forEach(due -> tell(listener, due)));
    }

    private static void tell(EndpointEventListener listener, ListenerEvents.Due due) {
        try {
            listener.endpointChanged(due.event(), due.filter());
        } catch (RuntimeException e) {
            LOG.warn("An endpoint listener failed: {}", listener, e);
        }
    }

    private static List<Filter> scope(ServiceReference<Object> reference) {
        List<Filter> filters = new ArrayList<>();
        List<String> scope = StringPlus.normalize(reference.getProperty(EndpointEventListener.ENDPOINT_LISTENER_SCOPE));
        for (String filter : scope == null ? List.<String>of() : scope) {
            try {
                filters.add(FrameworkUtil.createFilter(filter));
            } catch (InvalidSyntaxException e) {
                LOG.warn("The endpoint listener {} has a scope that is no filter: {}", reference, filter, e);
            }
        }
        return filters;
    }
}
