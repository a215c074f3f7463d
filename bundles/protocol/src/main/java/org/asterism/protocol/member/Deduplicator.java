package org.asterism.protocol.member;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers which messages were delivered: on each lane of one life of a sender the sequences only grow, also when what is
 * not confirmed is sent again, so that the highest one says it all. Not thread-safe.
 */
final class Deduplicator {

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

    /** The highest sequences of one life of a sender; 0 is never one. */
    static final class Seen {
        private long toMe;
        private long toSeveral;

        /** Whether this message to this member alone is delivered for the first time. */
        boolean firstToMe(long sequence) {
            boolean first = sequence > toMe;
            toMe = Math.max(toMe, sequence);
            return first;
        }

        /** Whether this message to several members is delivered for the first time. */
        boolean firstToSeveral(long sequence) {
            boolean first = sequence > toSeveral;
            toSeveral = Math.max(toSeveral, sequence);
            return first;
        }
    }
}
