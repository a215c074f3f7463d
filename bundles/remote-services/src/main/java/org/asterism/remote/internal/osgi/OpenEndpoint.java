package org.asterism.remote.internal.osgi;

import org.apache.aries.rsa.spi.Endpoint;
import org.osgi.service.remoteserviceadmin.EndpointDescription;

/** An endpoint that is served until it is closed. */
record OpenEndpoint(EndpointDescription description, Runnable closing) implements Endpoint {

    @Override
    public void close() {
        closing.run();
    }
}
