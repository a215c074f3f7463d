package org.asterism.client.internal.osgi;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

@ObjectClassDefinition(name = "Asterism member", description = "Who this container is and where its hub is")
@interface MemberConfig {

    String PID = "org.asterism.member";

    @AttributeDefinition(description = "Unique in the cluster: a, or a/1")
    String id();

    @AttributeDefinition(options = {@Option("instance"), @Option("server-node"), @Option("client")})
    String kind() default "client";

    @AttributeDefinition(description = "tcp://HOST:PORT or ssl://HOST:PORT of each hub, standby hubs included")
    String[] hub_url() default "tcp://127.0.0.1:61616";

    @AttributeDefinition(description = "File with the cluster secret; not needed with tls.keystore.file")
    String secret_file() default "";

    @AttributeDefinition(description = "PKCS #12 file with the certificate that signs that of the hub; for ssl://")
    String tls_truststore_file() default "";

    @AttributeDefinition(description = "File with its password, mode 0600")
    String tls_truststore_password_file() default "";

    @AttributeDefinition(description = "PKCS #12 file with the member's key and certificate, to join by it")
    String tls_keystore_file() default "";

    @AttributeDefinition(description = "File with its password, mode 0600")
    String tls_keystore_password_file() default "";

    @AttributeDefinition(options = {@Option("JOINING"), @Option("UP")})
    String initial_state() default "UP";

    @AttributeDefinition(description = "name=value, shown in the client list")
    String[] labels() default {};

    @AttributeDefinition(description = "A hub without a sign of life for so long counts as gone")
    long connection_ttl_millis() default 3000;

    @AttributeDefinition(description = "How long the hub may take to answer")
    long call_timeout_millis() default 3000;

    @AttributeDefinition(description = "First pause before connecting again; doubled each time")
    long reconnect_first_millis() default 100;

    @AttributeDefinition(description = "Longest pause before connecting again")
    long reconnect_limit_millis() default 500;

    @AttributeDefinition(description = "Longest payload of a message")
    int message_max_bytes() default 1 << 20;

    @AttributeDefinition(description = "What waits while there is no hub; past it sending fails")
    long outbox_max_bytes() default 16L << 20;

    @AttributeDefinition(
            description = "What was sent and is kept until every receiver has confirmed it; past it messages wait")
    long unconfirmed_max_bytes() default 4L << 20;

    @AttributeDefinition(description = "Requests that wait for one handler; past it they are refused")
    int listener_queue() default 10_000;

    @AttributeDefinition(description = "Requests that wait for their answer")
    int pending_requests() default 10_000;
}
