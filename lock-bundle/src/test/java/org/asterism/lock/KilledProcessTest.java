package org.asterism.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.asterism.cluster.MemberKind;
import org.asterism.lock.internal.Bounds;
import org.asterism.lock.internal.ProcessMark;
import org.asterism.lock.internal.client.LockClientSettings;
import org.asterism.lock.internal.client.MessagingLockService;
import org.asterism.lock.internal.procfs.ProcFiles;
import org.asterism.lock.internal.server.LockServerSettings;
import org.asterism.lock.internal.server.MessagingLockServer;
import org.asterism.testing.cluster.InMemoryCluster;
import org.asterism.testing.cluster.InMemoryMember;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Members that stand for real processes, which they say that they are, with a lease that no test waits for. */
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class KilledProcessTest {

    private static final LockKey KEY = LockKey.of("test", "key");
    private static final Duration LEASE = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofSeconds(30);

    private final InMemoryCluster cluster = InMemoryCluster.warming();
    private final List<AutoCloseable> ends = new ArrayList<>();
    private Process process;
    private InMemoryMember holder;
    private MessagingLockService other;

    @BeforeEach
    void begin() throws Exception {
        process = new ProcessBuilder("sleep", "600").start();
        ends.add(process::destroyForcibly);
        InMemoryMember hub = cluster.hub();
        LockServerSettings settings = new LockServerSettings(LEASE, new Bounds(100, 100, 100));
        ends.add(MessagingLockServer.start(hub.cluster(), hub.messages(), settings, System::nanoTime));
        holder = cluster.join("a", MemberKind.INSTANCE);
        MessagingLockService a = join(holder, ProcFiles.ofThisMachine().find(process.pid()));
        other = join(cluster.join("b", MemberKind.INSTANCE), Optional.empty());
        cluster.everyoneIsBack();
        assertThat(a.acquire(KEY, LockMode.EXCLUSIVE, SOON).isValid()).isTrue();
    }

    private MessagingLockService join(InMemoryMember member, Optional<ProcessMark> mark) {
        LockClientSettings settings = new LockClientSettings(Duration.ofSeconds(10), Duration.ofMillis(10), mark);
        MessagingLockService service =
                MessagingLockService.start(member.cluster(), member.messages(), settings, System::nanoTime, 0);
        ends.add(service);
        return service;
    }

    @AfterEach
    void end() throws Exception {
        for (int i = ends.size() - 1; i >= 0; i--) {
            ends.get(i).close();
        }
        cluster.close();
    }

    @Test
    void letsItsLocksGoLongBeforeTheLease() throws Exception {
        cluster.kill(holder);
        killProcess();
        assertThat(other.acquire(KEY, LockMode.EXCLUSIVE, SOON).isValid()).isTrue();
    }

    @Test
    void keepsThemWhileItLives() throws Exception {
        cluster.kill(holder);
        assertThatThrownBy(() -> other.acquire(KEY, LockMode.EXCLUSIVE, Duration.ofSeconds(1)))
                .isInstanceOf(LockTimeoutException.class);
        killProcess();
        assertThat(other.acquire(KEY, LockMode.EXCLUSIVE, SOON).isValid()).isTrue();
    }

    /** As long as its connection is there it is not asked for. */
    @Test
    void isNotLookedForWhileItIsConnected() throws Exception {
        killProcess();
        assertThatThrownBy(() -> other.acquire(KEY, LockMode.EXCLUSIVE, Duration.ofSeconds(1)))
                .isInstanceOf(LockTimeoutException.class);
    }

    private void killProcess() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
}
