package org.asterism.container;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What to start.
 *
 * @param name for messages: {@code hub}, {@code a}, {@code a/1}
 * @param role what it is for
 * @param home the distribution; shared and only read
 * @param base the directory of this container alone
 * @param settings system properties; the templates refer to them as {@code ${name}}
 * @param jvmOptions options after those of the role, so that they win
 * @param overlays files to copy into the base at each start, in this order and after the templates: source directory to
 *     target directory below the base; a source that does not exist is skipped
 */
public record ContainerSpec(
        String name,
        Role role,
        Path home,
        Path base,
        Map<String, String> settings,
        List<String> jvmOptions,
        Map<Path, String> overlays) {

    public ContainerSpec {
        home = home.toAbsolutePath().normalize();
        base = base.toAbsolutePath().normalize();
        settings = Map.copyOf(settings);
        jvmOptions = List.copyOf(jvmOptions);
        overlays = new LinkedHashMap<>(overlays);
    }

    @Override
    public Map<Path, String> overlays() {
        return new LinkedHashMap<>(overlays);
    }

    /** The numbers of the ports this container listens on by their name, as far as its settings give them. */
    public Map<String, Integer> ports() {
        Map<String, Integer> ports = new TreeMap<>();
        role.portSettings().forEach((port, setting) -> {
            String value = settings.get(setting);
            if (value != null) {
                ports.put(port, Integer.valueOf(value));
            }
        });
        return ports;
    }
}
