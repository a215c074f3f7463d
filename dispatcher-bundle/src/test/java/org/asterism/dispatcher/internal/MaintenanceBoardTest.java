package org.asterism.dispatcher.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.asterism.dispatcher.MaintenanceNotice;
import org.junit.jupiter.api.Test;

class MaintenanceBoardTest {

    private static MaintenanceNotice notice(String application, boolean on, long version) {
        return new MaintenanceNotice(application, on, "page " + version, false, Duration.ofSeconds(5), version);
    }

    private static MaintenanceBoard board(MaintenanceNotice... notices) {
        return MaintenanceBoard.EMPTY.with(List.of(notices));
    }

    @Test
    void theNewestNoticeCountsInWhateverOrder() {
        List<MaintenanceNotice> notices = IntStream.range(0, 9)
                .mapToObj(v -> notice("/shop", v % 2 == 0, v))
                .toList();
        List<MaintenanceNotice> shuffled = new ArrayList<>(notices);
        Collections.shuffle(shuffled);
        assertThat(MaintenanceBoard.EMPTY.with(shuffled).notices()).containsExactly(notices.get(8));
        MaintenanceBoard board = board(notices.get(8));
        assertThat(board.with(shuffled)).isSameAs(board);
        assertThat(board.with(List.of(notice("/shop", false, 9))).isEmpty()).isTrue();
    }

    @Test
    void coversAnApplicationAndNoOther() {
        MaintenanceBoard board = board(notice("/", true, 1), notice("/shop", true, 2));
        assertThat(board.of("/shop/cart", "/shop")).isEqualTo(notice("/shop", true, 2));
        assertThat(board.of("/shop", null)).as("nobody has it any more").isEqualTo(notice("/shop", true, 2));
        assertThat(board.of("/shop/admin/x", "/shop/admin"))
                .as("an application of its own")
                .isNull();
        assertThat(board.of("/shopping", "")).isEqualTo(notice("/", true, 1));
        assertThat(board.of("/other", "/other")).isNull();
        assertThat(board(notice("/shop", false, 1)).of("/shop", "/shop")).isNull();
    }

    @Test
    void aNewNoticeIsNewerWhateverTheClockSays() {
        assertThat(board(notice("/shop", true, 500)).nextVersion(100)).isEqualTo(501);
        assertThat(board(notice("/shop", true, 500)).nextVersion(900)).isEqualTo(900);
    }

    @Test
    void isBounded() {
        MaintenanceBoard full = MaintenanceBoard.EMPTY.with(IntStream.range(0, 1000)
                .mapToObj(i -> notice("/a" + i, true, 1))
                .toList());
        assertThatIllegalStateException().isThrownBy(() -> full.with(List.of(notice("/more", true, 1))));
        assertThatIllegalArgumentException().isThrownBy(() -> notice("shop", true, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> notice("/shop/", true, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MaintenanceNotice("/a", true, "x".repeat(65_537), true, Duration.ZERO, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MaintenanceNotice("/a", true, "", true, Duration.ofDays(2), 1));
    }
}
