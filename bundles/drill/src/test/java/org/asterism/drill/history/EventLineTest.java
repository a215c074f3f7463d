package org.asterism.drill.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockLoss.Cause;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventLineTest {

    static Stream<Event> events() {
        LockRequest area = new LockRequest(LockKey.of("n", "cell", "1", LockKey.ANY), LockMode.SHARED);
        LockRequest bare = new LockRequest(LockKey.of("n", "all"), LockMode.OPTIMISTIC);
        return Stream.of(
                new Event.Asked("a#1", -5, "s", 7, List.of(area, bare), Optional.empty()),
                new Event.Asked("a#2", 6, "s", 0, List.of(bare), Optional.of("a#1")),
                new Event.Granted("a#1", 8, List.of(1L, Long.MAX_VALUE)),
                new Event.Ended("a#1", 9, Outcome.TIMED_OUT, "why not"),
                new Event.Believed("a#1", 10, 1),
                new Event.Lost("a#1", 11, 0, Cause.FORCED),
                new Event.Released("a#1", 12, 0),
                new Event.Refused("a#1", 13, 2));
    }

    @ParameterizedTest
    @MethodSource("events")
    void isReadAsItWasWritten(Event event) {
        assertThat(EventLine.parse(EventLine.of(event))).contains(event);
    }

    @ParameterizedTest
    @MethodSource("events")
    void halfALineIsNothing(Event event) {
        String line = EventLine.of(event);
        for (int length = 0; length < line.length(); length++) {
            assertThat(EventLine.parse(line.substring(0, length))).isEmpty();
        }
    }

    @Test
    void isOneLine() {
        Event ended = new Event.Ended("a#1", 9, Outcome.WRONG, "two\nlines\tand a tab");

        assertThat(EventLine.parse(EventLine.of(ended)))
                .contains(new Event.Ended("a#1", 9, Outcome.WRONG, "two lines and a tab"));
    }
}
