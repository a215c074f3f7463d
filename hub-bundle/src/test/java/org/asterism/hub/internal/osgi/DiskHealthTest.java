package org.asterism.hub.internal.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiskHealthTest {

    private Optional<String> failure = Optional.empty();

    private final DiskHealth disk = new DiskHealth(() -> failure.ifPresent(text -> {
        throw new IllegalArgumentException(text);
    }));

    @Test
    void tellsOfADiskThatHasBecomeFullAndIsWellAgainOnceEach() {
        assertThat(disk.look()).isFalse();
        assertThat(disk.problem()).isEmpty();

        failure = Optional.of("the disk is full (7 KiB are left)");
        assertThat(disk.look()).isTrue();
        failure = Optional.of("the disk is full (6 KiB are left)");
        assertThat(disk.look()).isFalse();
        assertThat(disk.problem()).contains("the disk is full (6 KiB are left)");

        failure = Optional.empty();
        assertThat(disk.look()).isTrue();
        assertThat(disk.problem()).isEmpty();
        assertThat(disk.look()).isFalse();
    }
}
