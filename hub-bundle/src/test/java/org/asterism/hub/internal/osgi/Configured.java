package org.asterism.hub.internal.osgi;

import java.lang.reflect.Proxy;
import java.util.Map;

/** A configuration as Declarative Services make one: what is given, and else the default. */
final class Configured {

    private Configured() {}

    /** @param values by the key of the file, such as {@code tls.client.auth} */
    static HubConfig with(Map<String, Object> values) {
        return (HubConfig) Proxy.newProxyInstance(
                HubConfig.class.getClassLoader(), new Class<?>[] {HubConfig.class}, (proxy, method, arguments) -> {
                    Object given = values.get(method.getName().replace('_', '.'));
                    return given == null ? method.getDefaultValue() : given;
                });
    }
}
