package org.asterism.dispatcher.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String VALID = "00-" + TRACE + "-b7ad6b7169203331-01";

    @ParameterizedTest
    @ValueSource(
            strings = {
                VALID,
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00",
                "cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-what-the-future-will-be"
            })
    void understands(String header) {
        assertThat(TraceParent.traceOf(List.of(header))).isEqualTo(TRACE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
                "cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01.more",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0g",
                "00_0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                " 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
            })
    void refuses(String header) {
        assertThat(TraceParent.traceOf(List.of(header))).isEmpty();
    }

    @Test
    void thereMustBeOne() {
        assertThat(TraceParent.traceOf(List.of())).isEmpty();
        assertThat(TraceParent.traceOf(List.of(VALID, VALID))).isEmpty();
    }

    @Test
    void beginsValidOnes() {
        String trace = RequestIds.hex(0, 0);
        assertThat(trace).hasSize(32).endsWith("1");
        assertThat(TraceParent.traceOf(List.of(TraceParent.begin(trace, 0, true))))
                .isEqualTo(trace);
        assertThat(TraceParent.begin(TRACE, 0xb7ad6b7169203331L, true)).isEqualTo(VALID);
        assertThat(TraceParent.begin(TRACE, 1, false)).endsWith("-0000000000000001-00");
    }

    @Test
    void idsOfClientsAreChecked() {
        assertThat(List.of("a", "0af7-65_19.16:cd+43=dd/84@x", "x".repeat(128))).allMatch(RequestIds::isValid);
        assertThat(List.of("", " a", "a\"b", "a\nb", "a;b", "\u00e4", "x".repeat(129)))
                .noneMatch(RequestIds::isValid);
    }
}
