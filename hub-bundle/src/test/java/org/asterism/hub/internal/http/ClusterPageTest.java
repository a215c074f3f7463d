package org.asterism.hub.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterPageTest {

    @Test
    void thePageShowsBothListsAndNoForeignMarkup() {
        String page = ClusterPage.write(Examples.VIEW, Examples.STATUS, new Connections(List.of(Examples.SLOW)));

        assertThat(page)
                .contains(
                        "Epoch 7, revision 9, settled. Up for PT3S.",
                        "Waiting: 70 bytes. Slow consumers: 1, cut off: 2.",
                        "<td>a/1</td>",
                        "<td>rack:7 zone:eu</td>",
                        "<td>70 bytes, slow</td>",
                        "&lt;host&gt;",
                        "<td>x.Y</td>")
                .doesNotContain("<host>");
    }
}
