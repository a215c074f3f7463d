package org.asterism.protocol.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.LongStream;
import org.asterism.cluster.ClusterEvent;
import org.asterism.cluster.ClusterListener;
import org.asterism.cluster.ClusterView;
import org.junit.jupiter.api.Test;

/** With threads that are run by hand: a listener whose thread is not run blocks. */
class SubscribersTest {

    private final Deque<Runnable> threads = new ArrayDeque<>();
    private final Subscribers subscribers = new Subscribers(threads::add);
    private final List<Long> first = new ArrayList<>();
    private final List<Long> second = new ArrayList<>();

    @Test
    void aListenerThatBlocksDelaysNoOther() {
        AutoCloseable unusedFirst = subscribers.add(recording(first));
        AutoCloseable unusedSecond = subscribers.add(recording(second));
        subscribers.tell(changes(1, 2));
        threads.removeLast().run();
        assertThat(first).isEmpty();
        assertThat(second).containsExactly(1L, 2L);
        subscribers.tell(changes(3, 3));
        threads.removeLast().run();
        assertThat(second).containsExactly(1L, 2L, 3L);
        threads.remove().run();
        assertThat(first).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aListenerThatFailsHearsTheNextChange() {
        List<Long> failed = new ArrayList<>();
        AutoCloseable unused = subscribers.add((event, before, after) -> {
            failed.add(after.revision());
            throw new IllegalStateException("this listener fails on purpose");
        });
        subscribers.tell(changes(1, 2));
        threads.remove().run();
        assertThat(failed).containsExactly(1L, 2L);
    }

    @Test
    void aListenerThatIsTooFarBehindIsDroppedAlone() {
        AutoCloseable unusedFirst = subscribers.add(recording(first));
        subscribers.tell(changes(1, Subscribers.CAPACITY));
        AutoCloseable unusedSecond = subscribers.add(recording(second));
        subscribers.tell(changes(Subscribers.CAPACITY + 1, Subscribers.CAPACITY + 2));
        subscribers.tell(changes(Subscribers.CAPACITY + 3, Subscribers.CAPACITY + 3));
        threads.forEach(Runnable::run);
        assertThat(first).isEmpty();
        assertThat(second)
                .containsExactly(Subscribers.CAPACITY + 1L, Subscribers.CAPACITY + 2L, Subscribers.CAPACITY + 3L);
    }

    @Test
    void aClosedSubscriptionHearsNotEvenWhatWaits() throws Exception {
        AutoCloseable subscription = subscribers.add(recording(first));
        subscribers.tell(changes(1, 1));
        subscription.close();
        subscribers.tell(changes(2, 2));
        threads.forEach(Runnable::run);
        assertThat(first).isEmpty();
    }

    private static ClusterListener recording(List<Long> heard) {
        return (event, before, after) -> heard.add(after.revision());
    }

    private static List<ViewChange> changes(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(revision -> new ViewChange(
                        new ClusterEvent.HubConnected(1),
                        ClusterView.UNKNOWN,
                        ClusterView.UNKNOWN.with(1, revision, false, false)))
                .toList();
    }
}
