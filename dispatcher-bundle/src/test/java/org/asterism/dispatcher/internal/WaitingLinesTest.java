package org.asterism.dispatcher.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.asterism.dispatcher.internal.WaitingLines.Length;
import org.asterism.dispatcher.internal.WaitingLines.Ticket;
import org.junit.jupiter.api.Test;

class WaitingLinesTest {

    private final WaitingLines<String> lines = new WaitingLines<>();

    private Ticket<String> ticket(String application, String target, String who) {
        return new Ticket<>(application, target, lines.arrival(), who);
    }

    private void wait(String application, String target, String who) {
        assertThat(lines.add(ticket(application, target, who), 100)).isTrue();
    }

    @Test
    void whoComesFirstIsNext() {
        wait("/shop", "", "one");
        wait("/shop", "a/1", "two");
        wait("/shop", "", "three");
        assertThat(lines.poll("/shop", "a/1", true)).isEqualTo("one");
        assertThat(lines.poll("/shop", "a/1", true)).isEqualTo("two");
        assertThat(lines.poll("/shop", "a/1", true)).isEqualTo("three");
        assertThat(lines.poll("/shop", "a/1", true)).isNull();
        assertThat(lines.isEmpty()).isTrue();
    }

    @Test
    void aTargetTakesOnlyThoseWhoMayGoThere() {
        wait("/shop", "a/2", "tied to another");
        wait("/shop", "", "free");
        wait("/shop", "a/1", "tied");
        assertThat(lines.poll("/shop", "a/1", false)).isEqualTo("tied");
        assertThat(lines.poll("/shop", "a/1", false)).isNull();
        assertThat(lines.poll("/other", "a/1", true)).isNull();
        assertThat(lines.all()).containsExactlyInAnyOrder("tied to another", "free");
    }

    @Test
    void eachApplicationHasItsOwnBound() {
        assertThat(lines.add(ticket("/slow", "", "one"), 1)).isTrue();
        assertThat(lines.add(ticket("/slow", "a/1", "two"), 1)).isFalse();
        assertThat(lines.add(ticket("/fast", "", "three"), 1)).isTrue();
        assertThat(lines.length("/slow").waiting()).isEqualTo(1);
    }

    @Test
    void whoLooksAgainInVainKeepsItsPlace() {
        Ticket<String> first = ticket("/shop", "", "first");
        lines.add(first, 10);
        wait("/shop", "", "second");
        assertThat(lines.remove(first)).isTrue();
        assertThat(lines.remove(first)).isFalse();
        lines.add(first, 10);
        assertThat(lines.poll("/shop", "a/1", true)).isEqualTo("first");
    }

    @Test
    void counts() {
        lines.queued("/shop");
        lines.rejected("/shop");
        lines.rejected("/shop");
        assertThat(lines.length("/shop")).isEqualTo(new Length(0, 1, 2));
    }
}
