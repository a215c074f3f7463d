package org.asterism.dispatcher.internal.netty;

import io.netty.handler.codec.http.HttpResponseStatus;

/** A request that cannot be read, and what the client is told. It has no stack trace: clients can cause many. */
final class MalformedRequest extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient HttpResponseStatus status;

    MalformedRequest(HttpResponseStatus status, String reason) {
        super(reason, null, false, false);
        this.status = status;
    }

    MalformedRequest(String reason) {
        this(HttpResponseStatus.BAD_REQUEST, reason);
    }

    HttpResponseStatus status() {
        return status;
    }
}
