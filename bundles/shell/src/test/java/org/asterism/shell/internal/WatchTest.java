package org.asterism.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.asterism.cluster.ClusterEvent;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberKind;
import org.asterism.documents.Selection;
import org.junit.jupiter.api.Test;

class WatchTest {

    private static final Member INSTANCE = Examples.VIEW.members().get(0);
    private static final Member NODE = Examples.VIEW.members().get(1);

    @Test
    void beginsWithWhatIsChosenOfTheView() {
        Watch watch = watch(selectionOf(MemberKind.SERVER_NODE), 10);

        assertThat(watch.start().text()).contains("a/1  server-node").doesNotContain("a    instance", "x-1");
    }

    @Test
    void showsWhatFollowsTheViewAndNothingThatLedToIt() {
        Watch watch = watch(Selection.ALL, 10);

        assertThat(watch.next(joined(41, 42))).isEmpty();
        assertThat(watch.next(joined(42, 43))).isPresent();
        assertThat(watch.next(joined(43, 44))).isPresent();
    }

    @Test
    void showsEveryEventOfOneRevision() {
        Watch watch = watch(Selection.ALL, 10);
        ClusterView between = view(43, List.of(NODE));

        assertThat(watch.next(new Change(Instant.EPOCH, new ClusterEvent.MemberLeft(INSTANCE), Examples.VIEW, between)))
                .isPresent();
        assertThat(watch.next(new Change(
                        Instant.EPOCH, new ClusterEvent.MemberLost(NODE, "x"), between, view(43, List.of()))))
                .isPresent();
    }

    @Test
    void aLinkThatGoesDownAndComesBackWithoutAnyChangeIsShown() {
        Watch watch = watch(Selection.ALL, 10);
        ClusterView stale = new ClusterView(7, 42, false, true, Examples.VIEW.members(), Examples.VIEW.services());

        assertThat(watch.next(new Change(Instant.EPOCH, new ClusterEvent.HubDisconnected("x"), Examples.VIEW, stale)))
                .isPresent();
        assertThat(watch.next(new Change(Instant.EPOCH, new ClusterEvent.HubConnected(7), stale, Examples.VIEW)))
                .isPresent();
    }

    @Test
    void isOverWhenThereWereEnoughOfThoseThatAreChosen() {
        Watch watch = watch(selectionOf(MemberKind.SERVER_NODE), 2);

        watch.next(joined(42, 43));
        watch.next(new Change(Instant.EPOCH, new ClusterEvent.MemberLeft(INSTANCE), view(43), view(44)));
        assertThat(watch.isOver()).isFalse();

        watch.next(joined(44, 45));
        assertThat(watch.isOver()).isTrue();
        assertThat(watch.next(joined(45, 46))).isEmpty();
    }

    @Test
    void aQueueThatIsFullCountsWhatItDrops() throws Exception {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        ChangeQueue queue = new ChangeQueue(2, Clock.fixed(now, ZoneOffset.UTC));
        for (int i = 0; i < 5; i++) {
            queue.changed(new ClusterEvent.ViewSettled(true), view(i), view(i + 1));
        }

        assertThat(queue.missed()).isEqualTo(3);
        assertThat(queue.missed()).isZero();
        assertThat(queue.next(Duration.ZERO)).hasValueSatisfying(change -> {
            assertThat(change.at()).isEqualTo(now);
            assertThat(change.after().revision()).isEqualTo(1);
        });
        assertThat(queue.next(Duration.ZERO)).isPresent();
        assertThat(queue.next(Duration.ofMillis(1))).isEmpty();
        assertThat(new Missed(3).text()).isEqualTo("... 3 changes are not shown: this console is too slow\n");
    }

    private static Watch watch(Selection selection, long most) {
        return new Watch(selection, Examples.VIEW, most);
    }

    private static Selection selectionOf(MemberKind kind) {
        return Selection.of(List.of(), List.of(kind.label()), List.of(), List.of(), List.of(), List.of());
    }

    private static Change joined(long before, long after) {
        return new Change(Instant.EPOCH, new ClusterEvent.MemberJoined(NODE), view(before), view(after));
    }

    private static ClusterView view(long revision) {
        return view(revision, Examples.VIEW.members());
    }

    private static ClusterView view(long revision, List<Member> members) {
        return new ClusterView(7, revision, false, false, members, Examples.VIEW.services());
    }
}
