package org.asterism.launcher.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PlainOutputTest {

    @Test
    void leavesOutColoursAndKeepsTheRest() throws Exception {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();

        try (PlainOutput out = new PlainOutput(shown)) {
            out.write("\u001b[31mnot found: \u001b[31;1m[äß]\u001b[0m\r\n\u001b[".getBytes(StandardCharsets.UTF_8));
            out.write("0mend".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(shown.toString(StandardCharsets.UTF_8)).isEqualTo("not found: [äß]\r\nend");
    }
}
