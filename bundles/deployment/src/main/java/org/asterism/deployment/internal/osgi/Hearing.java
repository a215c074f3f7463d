package org.asterism.deployment.internal.osgi;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a part listens to; all of it ends together. */
final class Hearing implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Hearing.class);

    private final Deque<AutoCloseable> subscriptions = new ArrayDeque<>();

    void add(AutoCloseable subscription) {
        subscriptions.push(subscription);
    }

    @Override
    public void close() {
        subscriptions.forEach(Hearing::end);
    }

    private static void end(AutoCloseable subscription) {
        try {
            subscription.close();
        } catch (Exception e) {
            LOG.warn("{} did not end well", subscription, e);
        }
    }
}
