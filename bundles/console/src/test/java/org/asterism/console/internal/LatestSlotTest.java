package org.asterism.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatestSlotTest {

    private static final byte[] OLD = {1};
    private static final byte[] NEW = {2};

    private final LatestSlot slot = new LatestSlot();

    @Test
    void whoIsSlowGetsTheNewestOnly() {
        assertThat(slot.offer(OLD)).isFalse();
        assertThat(slot.offer(NEW)).isFalse();

        assertThat(slot.take()).contains(NEW);
        assertThat(slot.take()).isEmpty();
    }

    @Test
    void aWriterAtRestIsWokenOnce() {
        assertThat(slot.rest()).isTrue();

        assertThat(slot.offer(OLD)).isTrue();
        assertThat(slot.offer(NEW)).isFalse();
        assertThat(slot.rest()).isFalse();
    }

    @Test
    void isEmptyForEverOnceItIsClosed() {
        slot.offer(OLD);
        slot.close();

        assertThat(slot.offer(NEW)).isFalse();
        assertThat(slot.take()).isEmpty();
    }
}
