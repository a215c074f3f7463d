package org.asterism.dispatcher.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.asterism.dispatcher.MaintenanceNotice;
import org.junit.jupiter.api.Test;

class MaintenanceCircleTest {

    private final Queue<Runnable> calls = new ArrayDeque<>();

    private MaintenanceCircle circle() {
        return new MaintenanceCircle(calls::add);
    }

    private static void meet(MaintenanceCircle one, MaintenanceCircle other) {
        one.join(other);
        other.join(one);
    }

    private static void say(MaintenanceCircle circle, boolean on, long millis) {
        circle.announce("/shop", on, "page", true, Duration.ofSeconds(9), millis);
    }

    /** All calls arrive; that must come to an end. */
    private void settle() {
        for (int i = 0; i < 1000 && !calls.isEmpty(); i++) {
            calls.poll().run();
        }
        assertThat(calls).isEmpty();
    }

    private static boolean shown(MaintenanceCircle circle) {
        List<MaintenanceBoard> boards = new ArrayList<>();
        circle.listen(boards::add);
        return boards.get(0).applications().equals(List.of("/shop"));
    }

    @Test
    void allKnowWhatOneWasTold() {
        MaintenanceCircle a = circle();
        MaintenanceCircle b = circle();
        MaintenanceCircle c = circle();
        meet(a, b);
        meet(b, c); // a and c do not know each other
        settle();
        say(a, true, 100);
        settle();
        assertThat(shown(a) && shown(b) && shown(c)).isTrue();
        say(c, false, 50); // its clock is behind
        settle();
        assertThat(shown(a) || shown(b) || shown(c)).isFalse();
    }

    @Test
    void whoComesLaterLearnsWhatThereIs() {
        MaintenanceCircle a = circle();
        say(a, true, 100);
        MaintenanceCircle late = circle();
        meet(a, late);
        settle();
        assertThat(late.notices())
                .isEqualTo(a.notices())
                .extracting(MaintenanceNotice::page)
                .containsExactly("page");
    }

    @Test
    void afterASeparationTheNewestCounts() {
        MaintenanceCircle a = circle();
        MaintenanceCircle b = circle();
        say(a, true, 100);
        say(b, true, 90);
        say(b, false, 110);
        meet(a, b);
        settle();
        assertThat(shown(a) || shown(b)).isFalse();
    }

    @Test
    void whoHasLeftIsNotTold() {
        MaintenanceCircle a = circle();
        MaintenanceCircle b = circle();
        meet(a, b);
        settle();
        a.leave(b);
        say(a, true, 100);
        assertThat(calls).isEmpty();
    }
}
