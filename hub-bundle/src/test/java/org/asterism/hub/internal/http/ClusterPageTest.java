package org.asterism.hub.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.asterism.cluster.HubStatus;
import org.junit.jupiter.api.Test;

class ClusterPageTest {

    private static final Condition CONDITION = new Condition(Optional.of("the disk of <x> is full"), 3, 1);

    @Test
    void thePageShowsBothListsAndNoForeignMarkup() {
        String page =
                ClusterPage.write(Examples.VIEW, Examples.STATUS, CONDITION, new Connections(List.of(Examples.SLOW)));

        assertThat(page)
                .contains(
                        "Epoch 7, revision 9, settled. Up for 0:00:03.",
                        "Waiting: 70 bytes. Slow consumers: 1, cut off: 2. Listeners: 3, cut off: 1.",
                        "<p class=\"problem\">the disk of &lt;x&gt; is full</p>",
                        "<meta name=\"viewport\"",
                        "<td>a/1</td>",
                        "<td>rack:7 zone:eu</td>",
                        "<td>70 bytes, slow</td>",
                        "&lt;host&gt;",
                        "<td>x.Y</td>")
                .doesNotContain("<host>", "<x>");
    }

    @Test
    void withoutAProblemThereIsNoneAndTimeIsReadable() {
        HubStatus old = new HubStatus(7, 9, true, Duration.ofSeconds(93_784), 0, 0, 0, 0, 0, 0, 0);

        String page = ClusterPage.write(Examples.VIEW, old, Condition.WELL, new Connections(List.of()));

        assertThat(page).contains("Up for 1 d 2:03:04.").doesNotContain("problem");
    }
}
