package org.asterism.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.asterism.lock.LockKey;
import org.junit.jupiter.api.Test;

class FenceKeyTest {

    @Test
    void differentKeysHaveDifferentRows() {
        List<LockKey> keys = List.of(
                LockKey.of("shop", "order"),
                LockKey.of("shop", "order", ""),
                LockKey.of("shop", "order", "", ""),
                LockKey.of("shop", "order", "1"),
                LockKey.of("shop", "order", "1", "2"),
                LockKey.of("shop", "order", "12"),
                LockKey.of("shop", "order", "1, 2"),
                LockKey.of("shop", "order", "1:2"),
                LockKey.of("shoporder", "1", "2"),
                LockKey.of("shop", "order1", "2"),
                LockKey.of("shop", "order", "\ud800"),
                LockKey.of("shop", "order", "\ud801"));
        assertThat(keys).extracting(key -> FenceKey.of(key).id()).doesNotHaveDuplicates();
    }

    @Test
    void theSameKeyHasTheSameRowForEver() {
        assertThat(FenceKey.of(LockKey.of("shop", "product", "x")))
                .isEqualTo(new FenceKey(
                        "793a6acf274f8fb6a8d6636256d2c20c4ad6fc1f691ecc89f278b9ae14448fb6", "shop:product[x]"));
    }

    @Test
    void aLongKeyIsCutForThePersonOnly() {
        LockKey one = LockKey.of("shop", "order", "x".repeat(256), "1");
        LockKey two = LockKey.of("shop", "order", "x".repeat(256), "2");
        assertThat(FenceKey.of(one).text())
                .hasSize(200)
                .isEqualTo(FenceKey.of(two).text());
        assertThat(FenceKey.of(one).id())
                .hasSize(64)
                .isNotEqualTo(FenceKey.of(two).id());
    }

    @Test
    void halfACharacterIsNotWritten() {
        LockKey key = LockKey.of("s", "o", "x".repeat(200 - "s:o[".length() - 1) + "\ud83d\ude00");
        assertThat(FenceKey.of(key).text()).hasSize(200).endsWith("?");
    }
}
