package org.asterism.hub.internal.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import org.asterism.lock.LockKey;
import org.asterism.testing.lock.FixedLockServer;
import org.junit.jupiter.api.Test;

class LongHeldAlarmTest {

    @Test
    void whatIsHeldForTooLongIsNamed() {
        assertThat(new LongHeldAlarm(new FixedLockServer(LockKey.of("shop", "leader"))).problem())
                .contains("locks are held for more than 300000 ms: shop:leader[]; see asterism:locks --long-held");
    }

    @Test
    void aTableWithoutSuchLocksIsWell() {
        assertThat(new LongHeldAlarm(new FixedLockServer()).problem()).isEmpty();
    }
}
