package org.asterism.protocol.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.asterism.cluster.ClusterEvent;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.cluster.MemberState;
import org.asterism.protocol.ControlMessage;
import org.asterism.protocol.Envelope;
import org.asterism.protocol.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LocalMemberTest {

    private static final Member MEMBER = new Member(
            new MemberId("a"),
            MemberKind.INSTANCE,
            "i-1",
            MemberState.UP,
            "localhost",
            1,
            "1.0.0",
            Map.of(),
            Instant.EPOCH);

    private final List<ClusterEvent> heard = new CopyOnWriteArrayList<>();
    private LocalMember member;

    @Test
    void whoSubscribesWhileAChangeIsToldHasSeenItAndDoesNotHearOfIt() throws Exception {
        Late late = new Late();
        member = new LocalMember(MEMBER, MessagingLimits.DEFAULT, late, Runnable::run, System::nanoTime);

        member.take(new Snapshot("hub-1", 1, 1, false, true, List.of(MEMBER), List.of()));

        late.subscriber.join(Duration.ofSeconds(10).toMillis());
        assertThat(late.subscriber.isAlive()).isFalse();
        assertThat(heard).isEmpty();
        member.disconnected("the connection broke");
        assertThat(heard).containsExactly(new ClusterEvent.HubDisconnected("the connection broke"));
    }

    /** Someone sees the new view, and subscribes, when the first word after it goes out. */
    private final class Late implements Outlet {

        private static final EnumSet<Thread.State> STOPPED = EnumSet.of(Thread.State.BLOCKED, Thread.State.TERMINATED);

        private final Thread subscriber = new Thread(() -> {
            if (member.view().member(MEMBER.id()).isPresent()) {
                AutoCloseable unused = member.subscribe((event, before, after) -> heard.add(event));
            }
        });

        @Override
        public boolean congested() {
            if (subscriber.getState() == Thread.State.NEW) {
                subscriber.start();
                while (!STOPPED.contains(subscriber.getState())) {
                    Thread.onSpinWait();
                }
            }
            return false;
        }

        @Override
        public void control(ControlMessage message) {}

        @Override
        public boolean message(String address, Envelope message, long position) {
            return true;
        }

        @Override
        public void interest(String address, String topic) {}
    }
}
