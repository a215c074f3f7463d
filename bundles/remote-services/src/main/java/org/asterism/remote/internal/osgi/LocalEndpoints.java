package org.asterism.remote.internal.osgi;

import org.asterism.remote.internal.EndpointProperties;
import org.asterism.remote.internal.messaging.PublishedEndpoints;
import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.osgi.service.remoteserviceadmin.EndpointEvent;
import org.osgi.service.remoteserviceadmin.EndpointEventListener;
import org.osgi.service.remoteserviceadmin.RemoteConstants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears of the endpoints of this framework and publishes those that are reached over the hub. Never throws. */
final class LocalEndpoints implements EndpointEventListener {

    private static final Logger LOG = LoggerFactory.getLogger(LocalEndpoints.class);

    private final PublishedEndpoints published;

    LocalEndpoints(PublishedEndpoints published) {
        this.published = published;
    }

    @Override
    public void endpointChanged(EndpointEvent event, String filter) {
        EndpointDescription endpoint = event.getEndpoint();
        if (EndpointProperties.hasConfigType(endpoint.getProperties().get(RemoteConstants.SERVICE_IMPORTED_CONFIGS))) {
            try {
                publish(event.getType(), endpoint);
            } catch (RuntimeException e) {
                LOG.error("The endpoint {} could not be published", endpoint, e);
            }
        }
    }

    private void publish(int type, EndpointDescription endpoint) {
        if (type == EndpointEvent.ADDED || type == EndpointEvent.MODIFIED) {
            published.put(endpoint.getId(), endpoint.getInterfaces(), endpoint.getProperties());
        } else {
            published.remove(endpoint.getId());
        }
    }
}
