package org.asterism.sessions.internal.jetty;

import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.server.HttpChannel;
import org.eclipse.jetty.server.Request;

/** Counts requests from their head to the end of their answers, on connections that began after it was added to the connector. */
final class UnderWay implements HttpChannel.Listener {

    private final AtomicInteger count = new AtomicInteger();

    int count() {
        return count.get();
    }

    @Override
    public void onRequestBegin(Request request) {
        count.incrementAndGet();
    }

    @Override
    public void onComplete(Request request) {
        count.decrementAndGet();
    }
}
