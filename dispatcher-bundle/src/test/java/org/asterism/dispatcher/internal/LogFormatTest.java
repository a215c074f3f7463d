package org.asterism.dispatcher.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogFormatTest {

    private static final Map<String, String> HEADERS =
            Map.of("Referer", "http://x/", "User-agent", "curl \"8\"\n\u20ac");

    private static AccessEntry entry(int status, long bytes, String node) {
        return new AccessEntry(
                Instant.parse("2026-11-30T21:00:01Z").toEpochMilli(),
                "10.0.0.1",
                "GET",
                "/shop/cart?id=7",
                "HTTP/1.1",
                status,
                bytes,
                12_345_678,
                node,
                2,
                "r1",
                "t1",
                HEADERS::get);
    }

    private static String line(String format) {
        return LogFormat.parse(format).line(entry(200, 42, "a/1"), ZoneOffset.UTC);
    }

    @Test
    void hasTheUsualFormats() {
        String common = "10.0.0.1 - - [30/Nov/2026:21:00:01 +0000] \"GET /shop/cart?id=7 HTTP/1.1\" 200 42";
        String combined = common + " \"http://x/\" \"curl \\\"8\\\"\\x0a\\u20ac\"";
        assertThat(line("common")).isEqualTo(common);
        assertThat(line("combined")).isEqualTo(combined);
        assertThat(line("full")).isEqualTo(combined + " 12345 a/1 2 r1 t1");
    }

    @ParameterizedTest
    @CsvSource({
        "%m %U %q %H, GET /shop/cart ?id=7 HTTP/1.1",
        "%D %T %{ms}T %{us}T, 12345 0 12 12345",
        "100%% %>s %B, 100% 200 42",
        "%{X-Missing}i, -",
        "%L %{trace}x %{node}x %{tries}x, r1 t1 a/1 2"
    })
    void knowsDirectives(String format, String expected) {
        assertThat(line(format)).isEqualTo(expected);
    }

    @Test
    void whatIsNotThereIsADash() {
        assertThat(LogFormat.parse("%s %b %{node}x").line(entry(0, 0, ""), ZoneOffset.UTC))
                .isEqualTo("- - -");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%Z", "%{a", "%{x}", "%{y}x", "%{h}T", "", "a %>"})
    void refusesWhatItDoesNotKnow(String format) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogFormat.parse(format))
                .withMessageStartingWith("log.format");
    }
}
