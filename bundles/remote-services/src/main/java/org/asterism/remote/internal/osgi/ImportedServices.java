package org.asterism.remote.internal.osgi;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.asterism.remote.internal.Endpoints;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;
import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.osgi.service.remoteserviceadmin.RemoteConstants;

/**
 * The imported services that really are in the registry. The topology manager of Aries 1.16.1 handles its events on several
 * threads (ARIES-2230): when an endpoint goes while it is being imported, its service can stay behind, or appear afterwards.
 */
final class ImportedServices implements AutoCloseable {

    private static final String FILTER = "(&(" + RemoteConstants.SERVICE_IMPORTED + "=*)("
            + RemoteConstants.SERVICE_IMPORTED_CONFIGS + "=" + Endpoints.CONFIG_TYPE + "))";

    private final BundleContext context;
    private final ServiceListener listener;

    /** @param appeared called on any thread when there is a new one */
    ImportedServices(BundleContext context, Runnable appeared) throws InvalidSyntaxException {
        this.context = context;
        this.listener = event -> {
            if (event.getType() == ServiceEvent.REGISTERED) {
                appeared.run();
            }
        };
        context.addServiceListener(listener, FILTER);
    }

    /** The endpoints of all imported services by their ids. */
    Map<String, EndpointDescription> endpoints() {
        Map<String, EndpointDescription> endpoints = new HashMap<>();
        for (ServiceReference<?> reference : references()) {
            Map<String, Object> properties = new HashMap<>();
            for (String key : reference.getPropertyKeys()) {
                properties.put(key, reference.getProperty(key));
            }
            EndpointDescription endpoint = new EndpointDescription(properties);
            endpoints.put(endpoint.getId(), endpoint);
        }
        return endpoints;
    }

    /** Their ids. */
    Set<String> ids() {
        return new HashSet<>(endpoints().keySet());
    }

    private ServiceReference<?>[] references() {
        try {
            ServiceReference<?>[] references = context.getAllServiceReferences(null, FILTER);
            return references == null ? new ServiceReference<?>[0] : references;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(FILTER, e);
        }
    }

    @Override
    public void close() {
        context.removeServiceListener(listener);
    }
}
