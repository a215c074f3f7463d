package org.asterism.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessIdentityTest {

    @Test
    void findsALiveProcess() {
        ProcessIdentity self = ProcessIdentity.of(ProcessHandle.current());

        assertThat(self.pid()).isEqualTo(ProcessHandle.current().pid());
        assertThat(self.find()).contains(ProcessHandle.current());
    }

    @Test
    void neverTouchesAnotherProcessThatGotThePidLater() throws Exception {
        Process process = sleeper();
        try {
            ProcessIdentity real = ProcessIdentity.of(process.toHandle());
            ProcessIdentity earlier = new ProcessIdentity(real.pid(), real.startedAt() - 60_000);

            assertThat(earlier.find()).isEmpty();
            assertThat(earlier.kill()).isEqualTo(ProcessIdentity.Stopped.WAS_NOT_RUNNING);
            assertThat(real.isAlive()).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void bearsAStartTimeThatIsOffByTheSystemsRounding() throws Exception {
        Process process = sleeper();
        try {
            ProcessIdentity real = ProcessIdentity.of(process.toHandle());

            assertThat(new ProcessIdentity(real.pid(), real.startedAt() + 1_000).isAlive())
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void kills() throws Exception {
        Process process = sleeper();
        ProcessIdentity identity = ProcessIdentity.of(process.toHandle());

        assertThat(identity.kill()).isEqualTo(ProcessIdentity.Stopped.KILLED);
        assertThat(identity.awaitEnd(Duration.ZERO)).isTrue();
    }

    @Test
    void doesNotFindWhatNeverWas() {
        assertThat(new ProcessIdentity(Integer.MAX_VALUE, 1).isAlive()).isFalse();
    }

    private static Process sleeper() throws IOException {
        return new ProcessBuilder("sleep", "60").start();
    }
}
