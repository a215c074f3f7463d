package org.asterism.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ResidentMemoryTest {

    @Test
    void takesTheResidentPart() throws Exception {
        assertThat(ResidentMemory.mibIn("VmPeak:\t  9999 kB\nVmRSS:\t  204800 kB\n"))
                .isEqualTo(200);
        assertThatThrownBy(() -> ResidentMemory.mibIn("VmPeak:\t  9999 kB\n"))
                .isInstanceOf(BenchException.class)
                .hasMessage("the status of a process has no VmRSS:");
    }
}
