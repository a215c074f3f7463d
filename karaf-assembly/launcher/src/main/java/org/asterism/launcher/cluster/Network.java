package org.asterism.launcher.cluster;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.asterism.launcher.LauncherException;

/**
 * How the containers of this machine are reached by others. Everything is at home on the loopback address unless this says
 * otherwise.
 *
 * @param listen the address on which hub, dispatchers and engines listen
 * @param advertise the name or address under which others reach the engines of this machine
 * @param hubs what members connect to, with commas between; empty for the hubs of this base
 */
public record Network(String listen, String advertise, Optional<String> hubs) {

    /** One machine alone. */
    public static final Network LOCAL = new Network("127.0.0.1", "127.0.0.1", Optional.empty());

    private static final String HOST = "[0-9A-Za-z.:%_-]+";
    private static final String HUB = "(tcp|ssl)://[^\\s,/]+:[0-9]{1,5}";

    /**
     * From what a person has said.
     *
     * @throws LauncherException if that cannot be
     */
    public static Network of(Optional<String> listen, Optional<String> advertise, Optional<String> hubs)
            throws LauncherException {
        String host = listen.orElse(LOCAL.listen());
        boolean every = host.equals("0.0.0.0") || host.equals("::");
        if (every && advertise.isEmpty()) {
            throw new LauncherException("--listen " + host
                    + " is no address that others can use; say with --advertise under which one they reach"
                    + " this machine");
        }
        String told = advertise.orElse(host);
        if (!host.matches(HOST) || !told.matches(HOST)) {
            throw new LauncherException("--listen and --advertise take a name or an address, without a port");
        }
        if (hubs.isPresent() && !hubs.get().matches(HUB + "(," + HUB + ")*")) {
            throw new LauncherException("'" + hubs.get()
                    + "' names no hub; write tcp://HOST:PORT or ssl://HOST:PORT, several with commas between them");
        }
        return new Network(host, told, hubs);
    }

    /** What a container is told of it: where its engine listens, and where others find that. */
    Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("asterism.http.host", listen);
        settings.put("asterism.http.advertise", advertise);
        return settings;
    }
}
