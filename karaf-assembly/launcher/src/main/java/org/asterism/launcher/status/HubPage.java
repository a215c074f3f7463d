package org.asterism.launcher.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Asks the hub's information page. */
public final class HubPage {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_BYTES = 16 * 1024 * 1024;
    private static final int OK = 200;

    private final String url;

    /** Of the hub whose page has this port. */
    public HubPage(int port) {
        this.url = "http://127.0.0.1:" + port + "/";
    }

    /** For a browser. */
    public String url() {
        return url;
    }

    /**
     * The hub's two lists, {@code GET /cluster}.
     *
     * @param timeout for the connection, and for each part of the answer
     * @return empty if it does not answer, or not as it should
     */
    public Optional<JsonNode> cluster(Duration timeout) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url + "cluster").toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout((int) timeout.toMillis());
            connection.setReadTimeout((int) timeout.toMillis());
            try (InputStream body = connection.getInputStream()) {
                JsonNode json = JSON.readTree(body.readNBytes(MAX_BYTES));
                return connection.getResponseCode() == OK
                                && json.path("members").isArray()
                        ? Optional.of(json)
                        : Optional.empty();
            }
        } catch (IOException noAnswer) {
            return Optional.empty();
        }
    }
}
