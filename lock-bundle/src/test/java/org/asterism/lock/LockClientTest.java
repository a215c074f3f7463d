package org.asterism.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.asterism.cluster.MemberKind;
import org.asterism.lock.client.LockClient;
import org.asterism.testing.cluster.InMemoryMember;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LockClientTest {

    private static final LockKey KEY = LockKey.of("shop", "product", "x");

    private final InMemoryLockFixture fixture = new InMemoryLockFixture();

    @AfterEach
    void end() {
        fixture.close();
    }

    @Test
    void takesALockWithoutOsgi() throws Exception {
        fixture.join("b");
        InMemoryMember member = fixture.cluster().join("a", MemberKind.CLIENT);
        try (LockClient locks = LockClient.start(member.cluster(), member.messages());
                HeldLock lock = locks.acquire(KEY, LockMode.EXCLUSIVE, Duration.ofSeconds(10))) {
            assertThat(lock.isValid()).isTrue();
        }
    }
}
