package org.asterism.protocol.member;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts messages by topic. Endpoints of remote services, of which there may be any number, are counted as one; of very many other
 * topics, the rest is. Safe for use by all threads.
 */
final class TopicCounts {

    /** Under what endpoints of remote services are counted. */
    static final String SERVICES = "asterism.rpc.*";

    private static final String SERVICE = "asterism.rpc.";
    private static final String OTHERS = "…";
    private static final int MOST = 500;

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    void count(String topic, int messages) {
        of(topic.startsWith(SERVICE) ? SERVICES : topic).add(messages);
    }

    private LongAdder of(String topic) {
        LongAdder count = counts.get(topic);
        if (count != null) {
            return count;
        }
        return counts.computeIfAbsent(counts.size() < MOST ? topic : OTHERS, name -> new LongAdder());
    }

    /** Messages by topic, sorted. */
    Map<String, Long> all() {
        Map<String, Long> all = new TreeMap<>();
        counts.forEach((topic, count) -> all.put(topic, count.sum()));
        return all;
    }
}
