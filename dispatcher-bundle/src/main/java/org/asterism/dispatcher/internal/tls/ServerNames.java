package org.asterism.dispatcher.internal.tls;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What is for which host (RFC 6066, 3; RFC 9525, 6.3): the exact name, else the wildcard that stands for its first label, else the
 * default. Never changes.
 */
public final class ServerNames<T> {

    private final Map<String, T> byName;
    private final T otherwise;

    /** @param byName in lower case, without a final dot; wildcards begin with {@code *.} */
    public ServerNames(Map<String, T> byName, T otherwise) {
        this.byName = new HashMap<>(byName);
        this.otherwise = otherwise;
    }

    /** @param name null or empty if the client has named none */
    public T of(String name) {
        if (name == null || name.isEmpty()) {
            return otherwise;
        }
        String host = name.toLowerCase(Locale.ROOT);
        T exact = byName.get(host);
        return exact != null ? exact : byName.getOrDefault("*" + afterFirstLabel(host), otherwise);
    }

    private static String afterFirstLabel(String host) {
        int dot = host.indexOf('.');
        return dot < 0 ? "" : host.substring(dot);
    }
}
