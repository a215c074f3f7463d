package org.asterism.bench.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.asterism.bench.BenchException;
import org.junit.jupiter.api.Test;

class ChildProcessTest {

    private static final Duration WAIT = Duration.ofSeconds(30);

    @Test
    void answersAndEndsWhenItIsClosed() throws Exception {
        Optional<ProcessHandle> process;
        try (ChildProcess child = ChildProcess.start("netty-echo", List.of())) {
            assertThat(Integer.parseInt(child.ask("port", WAIT))).isPositive();
            process = ProcessHandle.of(child.pid());
            assertThat(process).isPresent();
        }
        assertThat(process.get().isAlive()).isFalse();
    }

    @Test
    void saysWhyACommandFailed() throws Exception {
        try (ChildProcess child = ChildProcess.start("netty-echo", List.of())) {
            assertThatThrownBy(() -> child.ask("sing a song", WAIT))
                    .isInstanceOf(BenchException.class)
                    .hasMessageContaining("unknown command [sing, a, song]");
            assertThat(child.isAlive()).isTrue();
        }
    }

    @Test
    void saysThatThereIsNoSuchRole() throws Exception {
        try (ChildProcess child = ChildProcess.start("juliet", List.of())) {
            assertThatThrownBy(() -> child.ask("speak", WAIT)).hasMessageContaining("there is no role juliet");
        }
    }

    @Test
    void saysThatItHasEnded() throws Exception {
        try (ChildProcess child = ChildProcess.start("netty-echo", List.of())) {
            child.ask("port", WAIT);
            ProcessHandle.of(child.pid()).ifPresent(ProcessHandle::destroyForcibly);
            await().atMost(WAIT).until(() -> !child.isAlive());

            assertThatThrownBy(() -> child.ask("port", WAIT))
                    .isInstanceOf(BenchException.class)
                    .hasMessage("the process 'netty-echo' has ended");
        }
    }
}
