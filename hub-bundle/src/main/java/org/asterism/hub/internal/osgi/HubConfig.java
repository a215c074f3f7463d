package org.asterism.hub.internal.osgi;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Asterism hub", description = "The message server")
@interface HubConfig {

    String PID = "org.asterism.hub";

    @AttributeDefinition(description = "Address to listen on")
    String host() default "127.0.0.1";

    @AttributeDefinition(description = "Port to listen on")
    int port() default 61616;

    @AttributeDefinition(description = "File with the cluster secret")
    String secret_file();

    @AttributeDefinition(description = "A member without a sign of life for so long is lost")
    long connection_ttl_millis() default 3000;

    @AttributeDefinition(description = "How long members of the former life are waited for")
    long grace_millis() default 5000;

    @AttributeDefinition(description = "What may wait for one receiver; past it the receiver is cut off")
    long queue_max_bytes() default 32L << 20;

    @AttributeDefinition(description = "A slow receiver that confirms nothing for so long is cut off")
    long slow_patience_millis() default 10_000;

    @AttributeDefinition(description = "Longest payload of a message")
    int message_max_bytes() default 1 << 20;

    @AttributeDefinition(description = "Requests that wait for one handler in the hub; past it they are refused")
    int listener_queue() default 10_000;

    @AttributeDefinition(description = "Requests of the hub that wait for their answer")
    int pending_requests() default 10_000;
}
