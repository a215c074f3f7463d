package org.asterism.remote.internal;

import org.asterism.cluster.ServiceEntry;

/** One change of the endpoints of other members. */
public sealed interface EndpointChange {

    ServiceEntry entry();

    record Added(ServiceEntry entry) implements EndpointChange {}

    record Changed(ServiceEntry entry) implements EndpointChange {}

    record Removed(ServiceEntry entry) implements EndpointChange {}
}
