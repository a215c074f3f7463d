package org.asterism.dispatcher.internal;

import java.util.function.Function;

/**
 * A request and how it was answered, for the access log.
 *
 * @param millis when it came, since 1970
 * @param client its address
 * @param uri as it was sent
 * @param status 0 if the client went away before an answer began
 * @param bytes of the body of the answer
 * @param nanos how long it took
 * @param node that answered; empty if none did
 * @param tries how often it was sent to a node
 * @param trace the id of its trace; empty if there is none
 * @param header finds a header of the request by its name; null if there is none
 */
public record AccessEntry(
        long millis,
        String client,
        String method,
        String uri,
        String protocol,
        int status,
        long bytes,
        long nanos,
        String node,
        int tries,
        String requestId,
        String trace,
        Function<String, String> header) {}
