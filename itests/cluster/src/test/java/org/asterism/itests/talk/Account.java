package org.asterism.itests.talk;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import org.asterism.cluster.ClusterView;
import org.asterism.messaging.Message;

/** Numbers what is sent and checks what is heard: on each channel of each sender 1, 2, 3, … Thread-safe. */
final class Account {

    private static final int MAX_WRONG = 20;
    private static final int MAX_FILLING = 1024;

    private final ConcurrentMap<String, Long> sent = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Long> heard = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, String> lives = new ConcurrentHashMap<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final List<Long> epochs = new ArrayList<>();

    /** The next message on a channel; it counts as sent. */
    byte[] next(String channel, Random random) {
        long number = sent.merge(channel, 1L, Long::sum);
        return ByteBuffer.allocate(Long.BYTES + random.nextInt(MAX_FILLING))
                .putLong(number)
                .array();
    }

    void hear(String channel, Message message) {
        String source = channel + " " + message.sender();
        long number = ByteBuffer.wrap(message.payload()).getLong();
        Long last = heard.put(source, number);
        long expected = last == null ? 1 : last + 1;
        if (number != expected) {
            wrong(source + ": " + number + " instead of " + expected);
        }
        String life = lives.putIfAbsent(message.sender().value(), message.incarnation());
        if (life != null && !life.equals(message.incarnation())) {
            wrong(message.sender() + " has another incarnation");
        }
    }

    void wrong(String what) {
        if (wrong.size() < MAX_WRONG) {
            wrong.add(what);
        }
    }

    synchronized void connected(long epoch) {
        epochs.add(epoch);
    }

    synchronized Tally tally(ClusterView view) {
        return new Tally(
                sorted(sent),
                sorted(heard),
                List.copyOf(wrong),
                List.copyOf(epochs),
                view.epoch(),
                view.stale(),
                view.warming(),
                view.members().stream().map(member -> member.id().value()).toList());
    }

    private static SortedMap<String, Long> sorted(ConcurrentMap<String, Long> counts) {
        return new TreeMap<>(counts);
    }
}
