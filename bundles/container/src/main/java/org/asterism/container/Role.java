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

    /** The JVM options such a container is started with, before those of its specification: a fast start, a small heap. */
    public List<String> jvmOptions() {
        return List.of(
                "-Xms64m",
                this == SERVERNODE ? "-Xmx384m" : "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError");
    }
}
