package org.asterism.dispatcher.internal.osgi;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Asterism dispatcher", description = "The HTTP front of an instance")
@interface DispatcherConfig {

    String PID = "org.asterism.dispatcher";

    @AttributeDefinition(description = "Address to listen on")
    String host() default "127.0.0.1";

    @AttributeDefinition(description = "Port to listen on; 0: any free one")
    int port() default 8080;

    @AttributeDefinition(description = "Event loops; 0: one for each processor")
    int threads() default 0;

    @AttributeDefinition(description = "Use epoll where Netty has it")
    boolean transport_native() default true;

    @AttributeDefinition(
            description = "Proxies (addresses, or networks like 10.0.0.0/8) whose forwarded headers are believed")
    String[] forwarded_trusted() default {};

    @AttributeDefinition(description = "How nodes are told who the client is: x-forwarded, forwarded or both")
    String forwarded_style() default "x-forwarded";

    @AttributeDefinition(description = "Whether connections of trusted proxies begin with the PROXY protocol")
    boolean proxy_protocol() default false;

    @AttributeDefinition(description = "File with the secret that signs sticky cookies; all dispatchers have the same")
    String sticky_secret_file() default "";

    @AttributeDefinition(description = "Port for TLS; 0: any free one")
    int tls_port() default 8443;

    @AttributeDefinition(description = "PKCS #12 files with keys and certificates; none: no TLS")
    String[] tls_keystore_file() default {};

    @AttributeDefinition(description = "Files with the passwords of the key stores, one for each or one for all")
    String[] tls_keystore_password_file() default {};

    @AttributeDefinition(description = "Protocols that clients may use")
    String[] tls_protocols() default {"TLSv1.3", "TLSv1.2"};

    @AttributeDefinition(description = "Ciphers that clients may use; none: the good ones of Java")
    String[] tls_ciphers() default {};

    @AttributeDefinition(description = "Send clients without TLS to the port for TLS")
    boolean tls_redirect() default false;

    @AttributeDefinition(description = "Offer HTTP/2 to clients with TLS")
    boolean http2() default true;

    @AttributeDefinition(description = "Requests of an HTTP/2 connection at a time")
    int http2_streams_max() default 100;

    @AttributeDefinition(description = "Requests that an HTTP/2 connection may cancel in 30 s")
    int http2_resets_max() default 200;

    @AttributeDefinition(description = "With fewer nodes known, an unknown path is answered with 503 instead of 404")
    int nodes_expected() default 1;

    @AttributeDefinition(description = "Failures in a row that eject a node")
    int ejection_failures() default 2;

    @AttributeDefinition(description = "First ejection, ms; doubled with each further one")
    long ejection_millis() default 500;

    @AttributeDefinition(description = "Longest ejection, ms")
    long ejection_max_millis() default 10_000;

    @AttributeDefinition(
            description = "How often a node that answers nothing is asked whether it is well, ms; 0: never")
    long probe_millis() default 2000;

    @AttributeDefinition(description = "Percent of the requests that may be sent again though perhaps processed")
    int retry_percent() default 20;

    @AttributeDefinition(description = "How many requests a second may be sent again besides")
    int retry_min_per_second() default 10;

    @AttributeDefinition(description = "Least limit of the requests of an application in flight at a node")
    int limit_min() default 20;

    @AttributeDefinition(description = "Highest limit of the requests of an application in flight at a node")
    int limit_max() default 128;

    @AttributeDefinition(description = "How often a request is sent at most")
    int tries_max() default 5;

    @AttributeDefinition(description = "Requests of one application that wait for a node at a time")
    int queue_max() default 10_000;

    @AttributeDefinition(description = "Longest wait of a request for a node, ms")
    long queue_millis() default 5000;

    @AttributeDefinition(description = "Longest request line, bytes")
    int line_max_bytes() default 8192;

    @AttributeDefinition(description = "Largest sum of headers, bytes")
    int head_max_bytes() default 16_384;

    @AttributeDefinition(description = "Most headers of a request")
    int headers_max() default 100;

    @AttributeDefinition(description = "Most connections of clients")
    int connections_max() default 10_000;

    @AttributeDefinition(description = "Idle connections kept to each node, for each event loop")
    int pool_idle_max() default 256;

    @AttributeDefinition(
            description = "After which an idle connection to a node is closed, ms; less than the engine's own")
    long pool_idle_millis() default 20_000;

    @AttributeDefinition(description = "For a connection to a node, ms")
    long connect_millis() default 2000;

    @AttributeDefinition(description = "For the next request of a client, or more of its body, ms")
    long client_millis() default 60_000;

    @AttributeDefinition(description = "For an answer, or more of it, or for the client to take some of it, ms")
    long response_millis() default 60_000;

    @AttributeDefinition(description = "For the next bytes of either side of a WebSocket, ms")
    long tunnel_millis() default 600_000;

    @AttributeDefinition(description = "For requests under way when the dispatcher stops, ms")
    long stop_millis() default 3000;

    @AttributeDefinition(
            description = "Give each request an X-Request-ID, unless it has a valid one, and tell node and client")
    boolean request_id() default true;

    @AttributeDefinition(description = "Begin a trace (W3C traceparent) for each request that has no valid one")
    boolean trace_begin() default true;

    @AttributeDefinition(description = "Percent of the traces that are begun, marked as sampled")
    int trace_sampled_percent() default 100;

    @AttributeDefinition(description = "Where requests are logged; empty: nowhere")
    String log_file() default "";

    @AttributeDefinition(description = "common, combined, full, or directives as in Apache's LogFormat")
    String log_format() default "full";

    @AttributeDefinition(description = "Size after which a new log file is begun, as at each midnight, bytes")
    long log_max_bytes() default 100_000_000;

    @AttributeDefinition(description = "How many old log files are kept")
    int log_files() default 30;

    @AttributeDefinition(
            description = "Lines of the access log that wait to be written; further ones are dropped and counted")
    int log_queue() default 10_000;
}
