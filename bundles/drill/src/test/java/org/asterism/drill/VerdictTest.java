package org.asterism.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.asterism.drill.check.Violation;
import org.asterism.drill.check.Violation.Kind;
import org.asterism.drill.history.FaultKind;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final Violation VIOLATION = new Violation(Kind.TWO_WRITERS, "a and b", List.of("first", "then"));

    @Test
    void tellsThatEverythingWasRight() {
        assertThat(String.join("\n", VerdictText.of(verdict(List.of())))).isEqualTo("""
                        seed        42
                        time        61 s
                        faults      3: 3 hub-kill
                        granted     7
                        violations  0 (0 times two writers, 0 times two believers)
                        Every promise was kept.""");
    }

    @Test
    void showsWhatWasNotRight() {
        assertThat(VerdictText.of(verdict(Collections.nCopies(5, VIOLATION))))
                .startsWith("TWO_WRITERS: a and b", "    first", "    then", "TWO_WRITERS: a and b")
                .contains("TWO_WRITERS: 2 more", "violations  5 (5 times two writers, 0 times two believers)")
                .endsWith("NOT every promise was kept.");
    }

    @Test
    void isAlsoForPrograms() {
        assertThat(VerdictJson.of(verdict(List.of(VIOLATION)))).isEqualTo("""
                        {
                          "drill" : "locks",
                          "seed" : 42,
                          "seconds" : 61,
                          "kept" : false,
                          "faults" : {
                            "hub-kill" : 3
                          },
                          "counts" : {
                            "granted" : 7
                          },
                          "twoWriters" : 1,
                          "twoBelievers" : 0,
                          "violations" : [ {
                            "kind" : "TWO_WRITERS",
                            "text" : "a and b",
                            "history" : [ "first", "then" ]
                          } ]
                        }""");
    }

    private static Verdict verdict(List<Violation> violations) {
        return new Verdict(
                42, Duration.ofSeconds(61), Map.of(FaultKind.HUB_KILL, 3), Map.of("granted", 7L), violations);
    }
}
