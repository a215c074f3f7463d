package org.asterism.launcher.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void coloursDoNotDisturbTheAlignment() {
        assertThat(new Table(Colours.ON::state)
                        .row("hub", "UP", "1")
                        .row("a/1", "STARTING", "2")
                        .row("b", "DOWN", "")
                        .lines())
                .containsExactly(
                        "hub   \u001b[32mUP\u001b[0m         1",
                        "a/1   \u001b[33mSTARTING\u001b[0m   2",
                        "b     \u001b[31mDOWN\u001b[0m");
    }
}
