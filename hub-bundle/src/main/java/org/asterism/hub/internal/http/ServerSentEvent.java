package org.asterism.hub.internal.http;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * An event as it goes to a browser; see the HTML standard, "Server-sent events".
 *
 * @param id without line breaks
 * @param type without line breaks
 */
record ServerSentEvent(String id, String type, String data) {

    private static final byte[] HEARTBEAT = ": still here\n\n".getBytes(StandardCharsets.UTF_8);

    byte[] bytes() {
        String lines = data.lines().map(line -> "data: " + line + "\n").collect(Collectors.joining());
        return ("id: " + id + "\nevent: " + type + "\n" + lines + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** A comment: nobody sees it, but a connection that is gone fails. */
    static byte[] heartbeat() {
        return HEARTBEAT.clone();
    }
}
