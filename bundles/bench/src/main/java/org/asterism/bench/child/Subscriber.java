package org.asterism.bench.child;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import org.asterism.bench.Times;
import org.asterism.messaging.Message;
import org.asterism.messaging.MessageListener;

/** Counts what it hears and, if asked to, how old it is: a message begins with the nanoseconds at which it was sent. */
final class Subscriber implements MessageListener {

    private final AtomicLong heard = new AtomicLong();
    private Times ages = new Times();
    private volatile boolean timing;

    @Override
    public void received(Message message) {
        heard.lazySet(heard.getPlain() + 1); // one thread at a time
        if (timing) {
            record(System.nanoTime() - ByteBuffer.wrap(message.payload()).getLong());
        }
    }

    long heard() {
        return heard.get();
    }

    synchronized void time() {
        ages = new Times();
        timing = true;
    }

    /** Ends the timing and adds what was recorded. */
    synchronized void addTo(Times all) {
        timing = false;
        all.add(ages);
    }

    private synchronized void record(long age) {
        ages.record(age);
    }
}
