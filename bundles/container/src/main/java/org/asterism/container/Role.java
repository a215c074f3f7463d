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

    private static final String MONITOR = "monitor";
    private static final String MONITOR_PORT = "asterism.monitor.port";
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
                Map.of(
                        "ssh",
                        "asterism.ssh.port",
                        MONITOR,
                        MONITOR_PORT,
                        "hub",
                        "asterism.hub.port",
                        "http",
                        "asterism.hub.http.port");
            case INSTANCE ->
                Map.of(
                        "ssh",
                        "asterism.ssh.port",
                        MONITOR,
                        MONITOR_PORT,
                        "dispatcher",
                        "asterism.dispatcher.port",
                        "http",
                        "asterism.http.port");
            case SERVERNODE ->
                Map.of(
                        "ssh",
                        "asterism.ssh.port",
                        MONITOR,
                        MONITOR_PORT,
                        "http",
                        "asterism.http.port",
                        "debug",
                        "asterism.debug.port");
        };
    }

    /**
     * All messages go through the hub: it needs the full speed of the JVM, but not in its first seconds, in which the compiler
     * and the members that come back share the processors. What has run four times as often as usual is worth it. A small
     * young generation is enough: what passes through is short-lived. The heap may hold a million locks, but takes no more
     * memory than what is there needs.
     */
    private static List<String> hub() {
        return List.of(
                "-Xms32m",
                "-Xmx512m",
                "-Xmn16m",
                "-XX:MinHeapFreeRatio=15",
                "-XX:MaxHeapFreeRatio=30",
                "-XX:Tier4InvocationThreshold=20000",
                "-XX:Tier4MinInvocationThreshold=2400",
                "-XX:Tier4CompileThreshold=60000",
                "-XX:Tier4BackEdgeThreshold=160000",
                SMALL,
                ENDS);
    }

    /** The JVM options such a container is started with, before those of its specification. */
    public List<String> jvmOptions() {
        return switch (this) {
            case HUB -> hub();
            case INSTANCE -> List.of("-Xms64m", "-Xmx256m", SMALL, QUICK, ENDS);
            case SERVERNODE -> List.of("-Xms64m", "-Xmx768m", "-XX:MaxMetaspaceSize=384m", SMALL, QUICK, ENDS);
        };
    }
}
