package org.asterism.servernode.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.Optional;

/** Finds the URL of an engine among the endpoints its HTTP server tells. */
public final class Endpoints {

    private static final String LOOPBACK = "127.0.0.1";

    private Endpoints() {}

    /** The first plain HTTP endpoint; one that stands for all addresses is reached by the loopback address. */
    public static Optional<URI> choose(Collection<String> endpoints) {
        return endpoints.stream()
                .map(Endpoints::parse)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<URI> parse(String endpoint) {
        try {
            URI uri = new URI(endpoint.replace("://0:0:0:0:0:0:0:0:", "://[::]:"));
            if (!"http".equals(uri.getScheme()) || uri.getHost() == null || uri.getPort() < 0) {
                return Optional.empty();
            }
            boolean any = uri.getHost().equals("0.0.0.0") || uri.getHost().equals("[::]");
            return Optional.of(new URI("http", null, any ? LOOPBACK : uri.getHost(), uri.getPort(), null, null, null));
        } catch (URISyntaxException noUri) {
            return Optional.empty();
        }
    }
}
