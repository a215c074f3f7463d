package org.asterism.remote.internal.osgi;

import static org.osgi.service.remoteserviceadmin.RemoteConstants.SERVICE_EXPORTED_INTENTS;
import static org.osgi.service.remoteserviceadmin.RemoteConstants.SERVICE_EXPORTED_INTENTS_EXTRA;
import static org.osgi.service.remoteserviceadmin.RemoteConstants.SERVICE_INTENTS;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.aries.rsa.util.StringPlus;

/**
 * What is promised of calls. Always that values are carried as {@code osgi.basic} wants and that futures do not block; on an
 * encrypted link also that nobody else can read what passes ({@code osgi.confidential}) or can reach the service
 * ({@code osgi.private}: members alone can, and one becomes a member by the cluster secret).
 */
final class Intents {

    static final String BASIC = "osgi.basic";
    static final String ASYNC = "osgi.async";
    static final String CONFIDENTIAL = "osgi.confidential";
    static final String PRIVATE = "osgi.private";

    private static final Set<String> ALWAYS = Set.of(BASIC, ASYNC);
    private static final Set<String> ENCRYPTED = Set.of(CONFIDENTIAL, PRIVATE);

    private Intents() {}

    /**
     * The first intent that a service requires and that is not kept here.
     *
     * @param encrypted whether the link is; empty while there is none, then nobody can call either
     */
    static Optional<String> unsupported(Map<String, Object> service, Optional<Boolean> encrypted) {
        return Stream.of(SERVICE_EXPORTED_INTENTS, SERVICE_EXPORTED_INTENTS_EXTRA)
                .flatMap(key -> strings(service.get(key)).stream())
                .filter(intent -> !ALWAYS.contains(intent))
                .filter(intent -> !ENCRYPTED.contains(intent) || !encrypted.orElse(true))
                .findFirst();
    }

    /** What an endpoint says of itself: what the service keeps by itself, what is always kept here, and what it required. */
    static String[] ofEndpoint(Map<String, Object> service) {
        Set<String> intents = new TreeSet<>(ALWAYS);
        intents.addAll(strings(service.get(SERVICE_INTENTS)));
        intents.addAll(strings(service.get(SERVICE_EXPORTED_INTENTS)));
        intents.addAll(strings(service.get(SERVICE_EXPORTED_INTENTS_EXTRA)));
        return intents.toArray(String[]::new);
    }

    /** Whether calls of such an endpoint may only pass over an encrypted link. */
    static boolean needEncryption(Map<String, Object> endpoint) {
        return strings(endpoint.get(SERVICE_INTENTS)).stream().anyMatch(ENCRYPTED::contains);
    }

    private static List<String> strings(Object value) {
        return Optional.ofNullable(StringPlus.normalize(value)).orElse(List.of());
    }
}
