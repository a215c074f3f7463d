package org.asterism.protocol.member;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers which messages were delivered, by incarnation of the sender and sequence. Not thread-safe.
 *
 * <p>For each sender the newest {@value #WINDOW} sequences are remembered one by one; what is older counts as delivered.
 */
final class Deduplicator {

    static final int WINDOW = 1 << 16;
    private static final int MAX_SENDERS = 4096;

    private final Map<String, Seen> seen = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
            return size() > MAX_SENDERS;
        }
    };

    /** What was delivered of one life of a sender. */
    Seen of(String incarnation) {
        return seen.computeIfAbsent(incarnation, life -> new Seen());
    }

    static final class Seen {
        private final BitSet recent = new BitSet();
        private long newest = -1;

        /** Whether this message is delivered for the first time. */
        boolean first(long sequence) {
            if (newest >= 0 && sequence <= newest - WINDOW) {
                return false;
            }
            if (sequence > newest) {
                advance(sequence);
                return true;
            }
            int slot = (int) (sequence % WINDOW);
            boolean known = recent.get(slot);
            recent.set(slot);
            return !known;
        }

        private void advance(long sequence) {
            if (newest < 0 || sequence - newest >= WINDOW) {
                recent.clear();
            } else {
                for (long skipped = newest + 1; skipped < sequence; skipped++) {
                    recent.clear((int) (skipped % WINDOW));
                }
            }
            newest = sequence;
            recent.set((int) (sequence % WINDOW));
        }
    }
}
