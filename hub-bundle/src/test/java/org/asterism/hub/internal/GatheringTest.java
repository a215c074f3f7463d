package org.asterism.hub.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.cluster.MemberState;
import org.asterism.protocol.ControlMessage;
import org.asterism.protocol.ControlMessage.Register;
import org.asterism.protocol.HubEvent.MemberJoined;
import org.asterism.protocol.HubMessage.Registered;
import org.asterism.protocol.Life;
import org.asterism.protocol.Snapshot;
import org.junit.jupiter.api.Test;

class GatheringTest {

    private static final Duration GRACE = Duration.ofSeconds(5);

    private final MembershipTable table = new MembershipTable("hub-2", 2, GRACE, 0);
    private final Gathering gathering = new Gathering();
    private long now = 1;

    @Test
    void whoComesAloneDoesNotWait() {
        assertThat(register("a")).anyMatch(Effect.Attach.class::isInstance);
    }

    @Test
    void thoseWhoComeInARushAreAnsweredTogetherWithOneViewThatHasThemAll() {
        register("a");
        assertThat(register("b")).isEmpty();
        assertThat(register("c")).isEmpty();
        pass(Gathering.PAUSE);
        List<Effect> due = tick();
        assertThat(due)
                .hasExactlyElementsOfTypes(
                        Effect.Attach.class,
                        Effect.Attach.class,
                        Effect.Announce.class,
                        Effect.Announce.class,
                        Effect.Answer.class,
                        Effect.Answer.class);
        assertThat(due.subList(4, 6)).extracting(GatheringTest::view).containsOnly(table.snapshot());
        assertThat(view(due.get(4)).members()).hasSize(3);
    }

    @Test
    void whoIsGoneByThenIsNotAnswered() {
        register("a");
        register("b");
        take(new Command.ConnectionClosed("to-b", "cut"));
        pass(Gathering.PAUSE);
        assertThat(tick())
                .noneMatch(Effect.Attach.class::isInstance)
                .noneMatch(Effect.Answer.class::isInstance)
                .contains(new Effect.Detach("to-b"));
    }

    @Test
    void whoLeavesAndComesBackThroughOneConnectionIsAttachedInTheEnd() {
        register("a");
        register("b");
        take(new Command.FromMember("to-b", "b", new ControlMessage.Leave()));
        register("b");
        pass(Gathering.PAUSE);
        List<Effect> due = tick();
        int detached = due.indexOf(new Effect.Detach("to-b"));
        assertThat(detached).isNotNegative();
        assertThat(due.subList(detached, due.size())).anyMatch(Effect.Attach.class::isInstance);
        assertThat(due).filteredOn(Effect.Answer.class::isInstance).hasSize(1);
    }

    @Test
    void revisionsHaveNoGap() {
        List<Effect> all = new ArrayList<>(register("a"));
        for (String id : List.of("b", "c", "d", "e")) {
            all.addAll(register(id));
            pass(Duration.ofMillis(40));
            all.addAll(tick());
        }
        pass(Gathering.PAUSE);
        all.addAll(tick());
        assertThat(all.stream()
                        .filter(Effect.Announce.class::isInstance)
                        .map(effect -> ((MemberJoined) ((Effect.Announce) effect).event()).revision()))
                .containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void afterWarmingNothingIsKept() {
        register("a");
        register("b");
        pass(GRACE);
        tick();
        assertThat(register("c")).isNotEmpty();
        assertThat(register("d")).isNotEmpty();
        assertThat(gathering.isEmpty()).isTrue();
    }

    private List<Effect> register(String id) {
        Member member = new Member(
                new MemberId(id),
                MemberKind.CLIENT,
                "1",
                MemberState.UP,
                "host",
                1,
                "1",
                Map.of(),
                Instant.ofEpochMilli(0));
        Life other = new Life(new MemberId("z"), "1");
        ControlMessage register =
                new Register(member, List.of(), List.of(), List.of(), "hub-1", 1, 1, List.of(other), List.of());
        return take(new Command.FromMember("to-" + id, id, register));
    }

    private List<Effect> tick() {
        return take(new Command.Tick());
    }

    private List<Effect> take(Command command) {
        return gathering.take(table.apply(command, now), table, now);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private static Snapshot view(Effect effect) {
        return ((Registered) ((Effect.Answer) effect).answer()).view();
    }
}
