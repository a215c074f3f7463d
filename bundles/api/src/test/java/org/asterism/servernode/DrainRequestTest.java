package org.asterism.servernode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.asterism.cluster.MemberId;
import org.junit.jupiter.api.Test;

class DrainRequestTest {

    private static final MemberId NODE = MemberId.ofNode("a", 1);

    @Test
    void saysWhatIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DrainRequest(NODE, Duration.ZERO, 0, false))
                .withMessage("the time to drain a/1 is PT0S, not positive");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DrainRequest(NODE, Duration.ofSeconds(1), -1, false))
                .withMessageContaining("not -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NodeLoad(0, -1))
                .withMessageContaining("-1 sessions");
    }

    @Test
    void aLongThreadDumpIsCutAndSaysWhereTheRestIs() {
        String text = "x".repeat(ThreadDump.MAX_TEXT + 1);
        assertThat(new ThreadDump("/log/threads.txt", text).text())
                .hasSizeLessThan(ThreadDump.MAX_TEXT + 100)
                .endsWith("… (the rest is in /log/threads.txt)\n");
        assertThat(new ThreadDump("f", "short").text()).isEqualTo("short");
    }
}
