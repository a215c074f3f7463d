package org.asterism.hub.internal.http;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Asterism hub, HTTP", description = "The hub's read-only HTTP port")
@interface EventConfig {

    String PID = "org.asterism.hub.http";

    @AttributeDefinition(description = "How many may listen to GET /cluster/events at the same time")
    int events_clients() default 100;

    @AttributeDefinition(description = "How many events may wait for one of them; past it, it is cut off")
    int events_queue() default 1000;

    @AttributeDefinition(description = "How often a quiet connection is tried")
    long events_heartbeat_millis() default 5000;
}
