package org.asterism.sessions.internal;

import java.util.Map;

/** Homes by name, without a framework. */
public record PlainHomes(Map<String, ClassLoader> loaders) implements ClassHomes {

    @Override
    public String homeOf(Class<?> type) {
        return loaders.entrySet().stream()
                .filter(home -> home.getValue() == type.getClassLoader())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    @Override
    public Class<?> load(String home, String name, ClassLoader fallback) throws ClassNotFoundException {
        return Class.forName(name, false, loaders.getOrDefault(home, fallback));
    }
}
