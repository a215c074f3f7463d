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
    private static final int UNAVAILABLE = 503;

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
        return ask(timeout).filter(json -> json.path("members").isArray());
    }

    /** The same, or what one who has no lists says of itself: its {@code role} and more. */
    public Optional<JsonNode> ask(Duration timeout) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url + "cluster").toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout((int) timeout.toMillis());
            connection.setReadTimeout((int) timeout.toMillis());
            int code = connection.getResponseCode();
            if (code != OK && code != UNAVAILABLE) {
                return Optional.empty();
            }
            try (InputStream body = code == OK ? connection.getInputStream() : connection.getErrorStream()) {
                return Optional.of(JSON.readTree(body == null ? new byte[0] : body.readNBytes(MAX_BYTES)));
            }
        } catch (IOException noAnswer) {
            return Optional.empty();
        }
    }
}
