package org.asterism.deployment.internal.osgi;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventHandler;

/**
 * Which web applications the engine could not start, and why. It tells of that by an event only (OSGi Web Applications, section 128.5): the
 * context path of one whose listener threw is open all the same, and the bundle runs. Thread-safe.
 */
final class FailedApplications implements EventHandler {

    static final String TOPICS = "org/osgi/service/web/*";

    private static final String BUNDLE = "bundle.id";
    private static final String EXCEPTION = "exception";

    private final Map<Long, String> reasons = new ConcurrentHashMap<>();

    @Override
    public void handleEvent(Event event) {
        if (!(event.getProperty(BUNDLE) instanceof Long bundle)) {
            return;
        }
        String topic = event.getTopic();
        if (topic.endsWith("/FAILED")) {
            reasons.put(bundle, reason(event.getProperty(EXCEPTION)));
        } else if (topic.endsWith("/DEPLOYED") || topic.endsWith("/DEPLOYING")) {
            reasons.remove(bundle);
        }
    }

    /** Of the bundle with this id; empty if it has not failed. */
    Optional<String> reason(long bundle) {
        return Optional.ofNullable(reasons.get(bundle));
    }

    private static String reason(Object exception) {
        Throwable root = exception instanceof Throwable thrown ? thrown : null;
        while (root != null && root.getCause() != null) {
            root = root.getCause();
        }
        return "the web application could not be started" + (root == null ? "" : ": " + root);
    }
}
