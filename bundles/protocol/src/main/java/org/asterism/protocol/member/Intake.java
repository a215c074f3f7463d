package org.asterism.protocol.member;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The frames that came in through one connection and are to be confirmed: up to which number everything has been heard.
 * Thread-safe.
 */
public final class Intake {

    private final Runnable advanced;
    private final Deque<Open> open = new ArrayDeque<>();
    private volatile long confirmed;

    /** @param advanced called when there is more to confirm, on any thread; must not block */
    public Intake(Runnable advanced) {
        this.advanced = advanced;
    }

    /** A frame came in. Call it in the order of the numbers. */
    public Receipt take(long number) {
        if (number == 0) {
            return Receipt.none();
        }
        Open frame = new Open(number);
        synchronized (open) {
            open.add(frame);
        }
        return new Receipt(() -> done(frame));
    }

    /** Up to this number every frame has been heard. */
    public long confirmed() {
        return confirmed;
    }

    private void done(Open frame) {
        synchronized (open) {
            frame.done = true;
            if (open.peek() != frame) {
                return;
            }
            while (!open.isEmpty() && open.peek().done) {
                confirmed = open.poll().number;
            }
        }
        advanced.run();
    }

    private static final class Open {
        private final long number;
        private boolean done;

        Open(long number) {
            this.number = number;
        }
    }
}
