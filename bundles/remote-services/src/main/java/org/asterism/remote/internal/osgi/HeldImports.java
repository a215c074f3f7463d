package org.asterism.remote.internal.osgi;

import java.util.HashMap;
import java.util.Map;
import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.osgi.service.remoteserviceadmin.ImportRegistration;
import org.osgi.service.remoteserviceadmin.RemoteServiceAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports every endpoint before any topology manager does, and holds the import until the endpoint is gone.
 *
 * <p>The topology manager of Aries 1.16.1 never updates an import (ARIES-2219) and may end and renew one when events race
 * (ARIES-2230). The first import of an endpoint is the one that owns the service, so by holding it the properties can be
 * kept up to date and the service stays the same, whatever the topology manager does with its copies.
 */
final class HeldImports {

    private static final Logger LOG = LoggerFactory.getLogger(HeldImports.class);

    private final RemoteServiceAdmin admin;
    private final Map<String, ImportRegistration> held = new HashMap<>();

    HeldImports(RemoteServiceAdmin admin) {
        this.admin = admin;
    }

    /** Imports the endpoint. There must be no service of this endpoint, else the import would not own it. */
    void open(EndpointDescription endpoint) {
        try {
            ImportRegistration registration = admin.importService(endpoint);
            if (registration == null || registration.getException() != null) {
                LOG.warn(
                        "The endpoint {} could not be imported",
                        endpoint,
                        registration == null ? null : registration.getException());
            } else {
                held.put(endpoint.getId(), registration);
            }
        } catch (RuntimeException e) { // one endpoint that cannot be imported is no harm to the others
            LOG.warn("The endpoint {} could not be imported", endpoint, e);
        }
    }

    /** Gives the imported service new properties; false if that cannot be done with this import. */
    boolean update(EndpointDescription endpoint) {
        ImportRegistration registration = held.get(endpoint.getId());
        try {
            return registration == null || registration.update(endpoint);
        } catch (RuntimeException e) { // NullPointerException where this import does not own the service
            LOG.warn("The endpoint {} could not be updated and is imported anew", endpoint, e);
            return false;
        }
    }

    void close(String endpointId) {
        ImportRegistration registration = held.remove(endpointId);
        if (registration != null) {
            registration.close();
        }
    }
}
