package org.asterism.hub.internal.osgi;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

@ObjectClassDefinition(name = "Asterism hub", description = "The message server")
@interface HubConfig {

    String PID = "org.asterism.hub";

    @AttributeDefinition(description = "Address to listen on")
    String host() default "127.0.0.1";

    @AttributeDefinition(description = "Port to listen on")
    int port() default 61616;

    @AttributeDefinition(description = "File with the cluster secret, mode 0600; not needed if tls.client.auth is NEED")
    String secret_file() default "";

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

    @AttributeDefinition(
            description = "PKCS #12 file with the hub's key and certificate; without it nothing is encrypted")
    String tls_keystore_file() default "";

    @AttributeDefinition(description = "File with its password, mode 0600")
    String tls_keystore_password_file() default "";

    @AttributeDefinition(description = "PKCS #12 file with the certificates that sign those of members")
    String tls_truststore_file() default "";

    @AttributeDefinition(description = "File with its password, mode 0600")
    String tls_truststore_password_file() default "";

    @AttributeDefinition(
            description = "Whether members join by a certificate",
            options = {@Option("NONE"), @Option("WANT"), @Option("NEED")})
    String tls_client_auth() default "NONE";

    @AttributeDefinition(description = "Whether one of several hubs is active, arbitrated by the shared database")
    boolean standby_enabled() default false;

    @AttributeDefinition(description = "How long the active hub may be silent before another one takes over")
    long standby_lease_millis() default 3000;

    @AttributeDefinition(description = "How often the active hub renews; a third of the lease at most")
    long standby_renew_millis() default 1000;

    @AttributeDefinition(description = "Name (osgi.jndi.service.name) of the data source of the shared database")
    String standby_datasource() default "asterism";
}
