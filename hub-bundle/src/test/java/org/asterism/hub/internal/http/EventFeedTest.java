package org.asterism.hub.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asterism.cluster.ClusterEvent;
import org.asterism.cluster.ClusterView;
import org.junit.jupiter.api.Test;

class EventFeedTest {

    private static final ClusterEvent EVENT = new ClusterEvent.MemberJoined(Examples.NODE);

    private final EventFeed feed = new EventFeed(2, () -> view(5));

    @Test
    void beginsWithTheViewAndGoesOnWithEveryChange() {
        ManualListener listener = new ManualListener(10);
        assertThat(feed.join(listener)).isTrue();

        change(6);
        change(7);

        assertThat(listener.read()).containsExactly("7-5 view", "7-6 member-joined", "7-7 member-joined");
    }

    @Test
    void oneWhoComesLaterGetsTheViewAfterTheLastChange() {
        change(6);
        ManualListener listener = new ManualListener(10);
        feed.join(listener);
        change(7);

        assertThat(listener.read()).containsExactly("7-6 view", "7-7 member-joined");
    }

    @Test
    void aChangeThatTheViewHasAlreadyIsNotToldAgain() {
        ManualListener listener = new ManualListener(10);
        feed.join(listener);

        change(4);
        change(5);
        change(6);

        assertThat(listener.read()).containsExactly("7-5 view", "7-6 member-joined");
    }

    @Test
    void severalEventsOfOneRevisionAreToldEach() {
        ManualListener listener = new ManualListener(10);
        feed.join(listener);

        ClusterView between = Examples.view(6, List.of(), List.of());
        feed.changed(new ClusterEvent.ServiceRemoved(Examples.OF_A), view(5), between);
        feed.changed(new ClusterEvent.MemberLost(Examples.INSTANCE, "gone"), between, view(6));

        assertThat(listener.read()).containsExactly("7-5 view", "7-6 service-removed", "7-6 member-lost");
    }

    @Test
    void refusesMoreThanTheBound() {
        feed.join(new ManualListener(10));
        ManualListener second = new ManualListener(10);
        feed.join(second);

        assertThat(feed.join(new ManualListener(10))).isFalse();
        feed.leave(second);
        assertThat(feed.join(new ManualListener(10))).isTrue();
    }

    @Test
    void cutsOffTheSlowOneAndHarmsNobodyElse() {
        ManualListener slow = new ManualListener(3);
        ManualListener quick = new ManualListener(3);
        feed.join(slow);
        feed.join(quick);

        List<String> read = new ArrayList<>();
        for (int revision = 6; revision < 20; revision++) {
            change(revision);
            read.addAll(quick.read());
        }

        assertThat(slow.cause).contains("it reads too slowly");
        assertThat(slow.read()).isEmpty();
        assertThat(quick.cause).isEmpty();
        assertThat(read).hasSize(15).endsWith("7-19 member-joined");
        assertThat(feed.size()).isEqualTo(1);
    }

    @Test
    void wakesOnlyThoseWhoRest() {
        ManualListener listener = new ManualListener(10);
        feed.join(listener);
        change(6);
        assertThat(listener.woken).isZero();

        listener.read();
        change(7);
        change(8);

        assertThat(listener.woken).isEqualTo(1);
    }

    @Test
    void aHeartbeatIsForThoseWhoRest() {
        ManualListener busy = new ManualListener(10);
        ManualListener quiet = new ManualListener(10);
        feed.join(busy);
        feed.join(quiet);
        quiet.read();

        feed.heartbeat();

        assertThat(quiet.read()).containsExactly(": still here");
        assertThat(busy.read()).containsExactly("7-5 view");
    }

    @Test
    void theEndOfTheHubEndsEveryStream() {
        ManualListener listener = new ManualListener(10);
        feed.join(listener);

        feed.close();

        assertThat(listener.cause).isPresent();
        assertThat(feed.join(new ManualListener(10))).isFalse();
    }

    private void change(long revision) {
        feed.changed(EVENT, view(revision - 1), view(revision));
    }

    private static ClusterView view(long revision) {
        return Examples.view(revision, List.of(Examples.INSTANCE), List.of());
    }

    /** Reads when it is told to. */
    private static final class ManualListener implements EventFeed.Listener {

        private final EventQueue queue;
        private int woken;
        private Optional<String> cause = Optional.empty();

        ManualListener(int capacity) {
            this.queue = new EventQueue(capacity);
        }

        List<String> read() {
            List<String> read = new ArrayList<>();
            do {
                Optional<byte[]> next = queue.take();
                while (next.isPresent()) {
                    read.add(head(new String(next.get(), StandardCharsets.UTF_8)));
                    next = queue.take();
                }
            } while (!queue.rest());
            return read;
        }

        private static String head(String event) {
            String[] lines = event.split("\n", -1);
            return lines[0].startsWith("id: ") ? lines[0].substring(4) + " " + lines[1].substring(7) : lines[0];
        }

        @Override
        public EventQueue queue() {
            return queue;
        }

        @Override
        public void wake() {
            woken++;
        }

        @Override
        public void cut(String reason) {
            cause = Optional.of(reason);
            queue.close();
        }
    }
}
