package org.asterism.remote.internal.osgi;

import static org.osgi.service.remoteserviceadmin.RemoteConstants.SERVICE_EXPORTED_INTENTS;
import static org.osgi.service.remoteserviceadmin.RemoteConstants.SERVICE_EXPORTED_INTENTS_EXTRA;
import static org.osgi.service.remoteserviceadmin.RemoteConstants.SERVICE_INTENTS;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.aries.rsa.util.StringPlus;

/** What is promised of calls. */
final class Intents {

    static final String BASIC = "osgi.basic";

    private static final Set<String> SUPPORTED = Set.of(BASIC);

    private Intents() {}

    /** The first intent that a service requires and that is not kept here. */
    static Optional<String> unsupported(Map<String, Object> properties) {
        return Stream.of(SERVICE_EXPORTED_INTENTS, SERVICE_EXPORTED_INTENTS_EXTRA, SERVICE_INTENTS)
                .flatMap(key -> strings(properties.get(key)).stream())
                .filter(intent -> !SUPPORTED.contains(intent))
                .findFirst();
    }

    private static List<String> strings(Object value) {
        return Optional.ofNullable(StringPlus.normalize(value)).orElse(List.of());
    }
}
