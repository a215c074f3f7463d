package org.asterism.remote.internal.osgi;

import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.osgi.service.remoteserviceadmin.EndpointEvent;
import org.osgi.service.remoteserviceadmin.EndpointEventListener;
import org.osgi.service.remoteserviceadmin.EndpointListener;

/** A listener of Remote Service Admin 1.0, which knows of no changes: for it, what changes goes and comes again. */
@SuppressWarnings("deprecation")
record FormerEndpointListener(EndpointListener listener) implements EndpointEventListener {

    /** A listener of both kinds is one of the new kind. */
    static final String BOTH_KINDS = "(|(objectClass=" + EndpointEventListener.class.getName() + ")(objectClass="
            + EndpointListener.class.getName() + "))";

    static EndpointEventListener asNew(Object listener) {
        return listener instanceof EndpointListener former && !(listener instanceof EndpointEventListener)
                ? new FormerEndpointListener(former)
                : (EndpointEventListener) listener;
    }

    @Override
    public void endpointChanged(EndpointEvent event, String filter) {
        EndpointDescription endpoint = event.getEndpoint();
        if (event.getType() != EndpointEvent.ADDED) {
            listener.endpointRemoved(endpoint, filter);
        }
        if (event.getType() == EndpointEvent.ADDED || event.getType() == EndpointEvent.MODIFIED) {
            listener.endpointAdded(endpoint, filter);
        }
    }
}
