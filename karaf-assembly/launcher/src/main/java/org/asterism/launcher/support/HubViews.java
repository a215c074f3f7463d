package org.asterism.launcher.support;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** What a hub tells over HTTP. */
record HubViews(String page) {

    /** The name in the bundle to what is asked. */
    static final Map<String, String> PATHS = Map.of(
            "cluster.json", "cluster",
            "servers.txt", "cluster/servers.txt",
            "locks.json", "locks?limit=1000",
            "locks-long-held.json", "locks/long-held",
            "locks-statistics.json", "locks/statistics",
            "locks-deadlocks.json", "locks/deadlocks");

    private static final int MAX_BYTES = 16 * 1024 * 1024;
    private static final int ERRORS = 400;

    String get(String path, Duration timeout) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(page + path).toURL().openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout((int) timeout.toMillis());
        connection.setReadTimeout((int) timeout.toMillis());
        int code = connection.getResponseCode();
        try (InputStream body = code < ERRORS ? connection.getInputStream() : connection.getErrorStream()) {
            String text = body == null ? "" : new String(body.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
            return code < ERRORS ? text : "HTTP " + code + "\n" + text;
        }
    }
}
