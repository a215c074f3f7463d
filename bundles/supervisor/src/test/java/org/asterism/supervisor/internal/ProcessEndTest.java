package org.asterism.supervisor.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ProcessEndTest {

    @Test
    void namesExitCodeAndSignal() {
        assertThat(describe(3, "")).isEqualTo("process 7 ended with exit code 3");
        assertThat(describe(137, ""))
                .isEqualTo("process 7 ended with exit code 137"
                        + " (SIGKILL: by someone, or by the system because its memory ran out)");
        assertThat(describe(143, "")).endsWith("exit code 143 (SIGTERM)");
        assertThat(ProcessEnd.describe(7, OptionalInt.empty(), "", Optional.empty()))
                .isEqualTo("process 7 ended");
    }

    @Test
    void recognisesThatMemoryWasExhausted() {
        String printed = "x\nTerminating due to java.lang.OutOfMemoryError: Java heap space\ny";
        assertThat(describe(3, printed)).isEqualTo("process 7 ran out of memory: Java heap space");
        assertThat(describe(3, "Terminating due to java.lang.OutOfMemoryError"))
                .isEqualTo("process 7 ran out of memory");
        assertThat(ProcessEnd.describe(7, OptionalInt.empty(), "", Optional.of("/d/java_pid7.hprof")))
                .isEqualTo("process 7 ran out of memory; its heap is in /d/java_pid7.hprof");
    }

    private static String describe(int exitCode, String printed) {
        return ProcessEnd.describe(7, OptionalInt.of(exitCode), printed, Optional.empty());
    }
}
