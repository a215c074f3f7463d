package org.asterism.launcher.status;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.asterism.launcher.status.Awaited.Answer;

/** Asks for a page until every one of several servers has answered with it once. */
final class ApplicationProbe {

    private static final int OK = 200;

    private final Supplier<Set<String>> servers;
    private final String path;
    private final Duration timeout;
    private final Set<String> answered = new LinkedHashSet<>();

    /** @param servers where to ask, such as {@code http://127.0.0.1:8080}; may change */
    ApplicationProbe(Supplier<Set<String>> servers, String path, Duration timeout) {
        this.servers = servers;
        this.path = path;
        this.timeout = timeout;
    }

    Answer ask() {
        Set<String> all = new LinkedHashSet<>(servers.get());
        answered.retainAll(all);
        all.stream()
                .filter(server -> !answered.contains(server) && answers(server + path))
                .forEach(answered::add);
        String remark = "answers on " + answered.size() + " of " + all.size();
        if (answered.containsAll(all)) {
            return Answer.up(remark);
        }
        all.removeAll(answered);
        return new Answer("STARTING", remark + ", not on " + String.join(", ", all));
    }

    private boolean answers(String url) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout((int) timeout.toMillis());
            connection.setReadTimeout((int) timeout.toMillis());
            try {
                return connection.getResponseCode() == OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException | IllegalArgumentException notYet) {
            return false;
        }
    }
}
