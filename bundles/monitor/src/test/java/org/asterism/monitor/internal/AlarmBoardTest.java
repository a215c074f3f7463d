package org.asterism.monitor.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.asterism.alarm.Alarm;
import org.asterism.alarm.AlarmKind;
import org.asterism.alarm.AlarmKind.Severity;
import org.asterism.alarm.Condition;
import org.junit.jupiter.api.Test;

class AlarmBoardTest {

    private static final AlarmKind SLOW = new AlarmKind("slow", Severity.WARNING, "hurry");
    private static final AlarmKind DISK = new AlarmKind("disk", Severity.CRITICAL, "make room");
    private static final Instant T0 = Instant.EPOCH;

    private final AlarmBoard board = new AlarmBoard();

    @Test
    void itIsRaisedOnceAndLastsSinceThenAlsoIfItsTextChanges() {
        assertThat(board.apply(List.of(SLOW.of("a", "1 s")), T0))
                .containsExactly(new AlarmBoard.Change(new Alarm(SLOW, "a", "1 s", T0), true));
        assertThat(board.apply(List.of(SLOW.of("a", "2 s")), T0.plusSeconds(5))).isEmpty();
        assertThat(board.alarms()).containsExactly(new Alarm(SLOW, "a", "2 s", T0));
    }

    @Test
    void whatIsWellAgainIsCleared() {
        board.apply(List.of(SLOW.of("a", "1 s")), T0);
        assertThat(board.apply(List.of(), T0.plusSeconds(5)))
                .containsExactly(new AlarmBoard.Change(new Alarm(SLOW, "a", "1 s", T0), false));
        assertThat(board.alarms()).isEmpty();
        board.apply(List.of(SLOW.of("a", "again")), T0.plusSeconds(9));
        assertThat(board.alarms()).extracting(Alarm::since).containsExactly(T0.plusSeconds(9));
        assertThat(board.raised()).containsEntry("slow", 2L);
    }

    @Test
    void theWorstIsFirstThenTheOldest() {
        board.apply(List.of(SLOW.of("b", "")), T0);
        board.apply(List.of(SLOW.of("a", ""), SLOW.of("b", ""), DISK.of("/", "")), T0.plusSeconds(1));
        assertThat(board.alarms()).extracting(Alarm::subject).containsExactly("/", "b", "a");
    }

    @Test
    void thereIsABound() {
        List<Condition> many = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            many.add(SLOW.of("m" + i, ""));
        }
        assertThat(board.apply(many, T0)).hasSize(200);
        assertThat(board.alarms()).hasSize(200);
    }
}
