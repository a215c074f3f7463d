package org.asterism.container;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a container is for: a set of boot features and a directory of templates in the distribution. */
public enum Role {
    /** The message server and the lock server. */
    HUB,
    /** A dispatcher and the supervision of its server nodes. */
    INSTANCE,
    /** An engine that runs applications. */
    SERVERNODE;

    private static final String SMALL = "-XX:+UseSerialGC";
    private static final String QUICK = "-XX:TieredStopAtLevel=1"; // a fast start, at the price of peak speed
    private static final String ENDS = "-XX:+ExitOnOutOfMemoryError";

    /** The name of its directories: {@code roles/<name>} of the distribution, {@code etc/<name>} of a cluster. */
    public String directory() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The ports such a container listens on: the name in its process record to the setting that gives the number. */
    public Map<String, String> portSettings() {
        return switch (this) {
            case HUB ->
                Map.of("ssh", "asterism.ssh.port", "hub", "asterism.hub.port", "http", "asterism.hub.http.port");
            case INSTANCE ->
                Map.of(
                        "ssh",
                        "asterism.ssh.port",
                        "dispatcher",
                        "asterism.dispatcher.port",
                        "http",
                        "asterism.http.port");
            case SERVERNODE -> Map.of("ssh", "asterism.ssh.port", "http", "asterism.http.port");
        };
    }

    /** The JVM options such a container is started with, before those of its specification. */
    public List<String> jvmOptions() {
        return switch (this) {
            case HUB -> List.of("-Xms32m", "-Xmx112m", SMALL, ENDS); // all messages go through it: full speed
            case INSTANCE -> List.of("-Xms64m", "-Xmx256m", SMALL, QUICK, ENDS);
            case SERVERNODE -> List.of("-Xms64m", "-Xmx384m", SMALL, QUICK, ENDS);
        };
    }
}
