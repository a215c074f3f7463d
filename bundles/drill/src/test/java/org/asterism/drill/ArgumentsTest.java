package org.asterism.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import org.asterism.drill.history.FaultKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {

    @Test
    void understandsWhatIsSaid() throws Exception {
        Arguments said = arguments("locks --minutes 0.5 --seed -7 --faults hub-kill,wire-cut --json");

        assertThat(said.number("--minutes", 5)).isEqualTo(0.5);
        assertThat(said.number("--workers", 4)).isEqualTo(4);
        assertThat(said.seed()).contains(-7L);
        assertThat(said.has("--json")).isTrue();
        assertThat(said.has("--on-this-cluster")).isFalse();
        assertThat(said.faults(EnumSet.allOf(FaultKind.class))).containsExactly(FaultKind.HUB_KILL, FaultKind.WIRE_CUT);
        assertThat(arguments("locks").faults(EnumSet.of(FaultKind.HUB_KILL))).containsExactly(FaultKind.HUB_KILL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    fire                    | which drill?
                    locks --loud            | not understood: --loud
                    locks --minutes         | not understood: --minutes
                    locks --minutes x       | --minutes x is no number
                    locks --minutes 0       | --minutes 0 is not positive
                    locks --seed x          | --seed x is no number
                    locks --faults flood    | there is no fault 'flood' here; there are hub-kill
                    locks --faults node-kill | there is no fault 'node-kill' here; there are hub-kill
                    locks                   | --launcher is missing
                    """)
    void saysWhatIsWrong(String words, String message) {
        assertThatThrownBy(() -> {
                    Arguments said = arguments(words);
                    assertThat(said.number("--minutes", 5)).isPositive();
                    assertThat(said.seed()).isEmpty();
                    assertThat(said.faults(EnumSet.of(FaultKind.HUB_KILL))).isNotEmpty();
                    said.get("--launcher");
                })
                .isInstanceOf(DrillException.class)
                .hasMessageStartingWith(message);
    }

    private static Arguments arguments(String words) throws DrillException {
        return new Arguments(List.of(words.split(" ")));
    }
}
