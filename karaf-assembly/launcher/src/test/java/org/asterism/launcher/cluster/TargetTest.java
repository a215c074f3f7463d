package org.asterism.launcher.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

    @Test
    void tellsWhatANameMeans() {
        assertThat(Target.parse("database")).isEqualTo(new Target.Database());
        assertThat(Target.parse("hub")).isEqualTo(new Target.Hub());
        assertThat(Target.parse("hub-2")).isEqualTo(new Target.Hub(2));
        assertThat(Target.parse("hub-2").name()).isEqualTo("hub-2");
        assertThat(Target.parse("a")).isEqualTo(new Target.Instance("a"));
        assertThat(Target.parse("east-2/12")).isEqualTo(new Target.Node("east-2", 12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "a/", "a/0", "a/x", "/1", "../etc", "a/1/2", "-a", "a b", "a/99999"})
    void refusesWhatIsNoName(String name) {
        assertThatThrownBy(() -> Target.parse(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + name + "' is no name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hub/1", "database/1", "client"})
    void refusesReservedNamesForInstances(String name) {
        assertThatThrownBy(() -> Target.parse(name)).hasMessageContaining("no instance can be called");
    }
}
