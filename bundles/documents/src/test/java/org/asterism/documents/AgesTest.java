package org.asterism.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgesTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 µs",
        "PT0.00085S, 850 µs",
        "PT0.001S, 1 ms",
        "PT9.999S, 9999 ms",
        "PT10S, 10 s",
        "PT1M59S, 119 s",
        "PT2M, 2 min",
        "PT1H59M, 119 min",
        "PT2H, 2 h",
        "PT47H, 47 h",
        "P2D, 2 d"
    })
    void theUnitTellsEnough(Duration age, String text) {
        assertThat(Ages.text(age)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"250ms, PT0.25S", "30s, PT30S", "5 min, PT5M", "2h, PT2H", "1d, P1D", "0s, PT0S"})
    void areRead(String text, Duration age) {
        assertThat(Ages.parse(text)).isEqualTo(age);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "-5s", "5m", "1h30min", "s", "99999999999s", "5  s"})
    void whatIsNoneIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ages.parse(text))
                .withMessage("not a duration: '" + text + "' (expected 250ms, 30s, 5min, 2h or 1d)");
    }
}
