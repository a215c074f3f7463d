package org.asterism.monitor.internal.http;

import java.nio.charset.StandardCharsets;

/** What is answered to one request. */
@SuppressWarnings("ArrayRecordComponent") // a body is opaque: answers are never compared
public record HttpAnswer(int status, String contentType, byte[] body) {

    public static final int OK = 200;
    public static final int NOT_FOUND = 404;
    public static final int NOT_ALLOWED = 405;
    public static final int FAILED = 500;
    public static final int UNAVAILABLE = 503;

    /** A document. */
    public static HttpAnswer json(int status, String document) {
        return new HttpAnswer(status, "application/json", document.getBytes(StandardCharsets.UTF_8));
    }
}
