package org.asterism.dispatcher.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.asterism.cluster.MemberId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyResolverTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ASTERISM_NODE=a.1.Sig_-9 | a.1.Sig_-9",
                "x=y; ASTERISM_NODE=a-b.12.Sig_-9; z=1 | a-b.12.Sig_-9",
                "x=y;ASTERISM_NODE=a.1.Sig_-9 | a.1.Sig_-9",
                "ASTERISM_NODE=; ASTERISM_NODE=b.2.Sig_-9 | b.2.Sig_-9",
                "ASTERISM_NODE=A.1.Sig; ASTERISM_NODE=b.2.Sig_-9 | b.2.Sig_-9",
                "XASTERISM_NODE=a.1.Sig_-9; ASTERISM_NODE=b.2.Sig_-9 | b.2.Sig_-9"
            })
    void finds(String cookies, String key) {
        assertThat(KeyResolver.resolve(List.of("q=r", cookies))).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x=ASTERISM_NODEa.1",
                "ASTERISM_NODE=a/1.Sig",
                "ASTERISM_NODE=a",
                "ASTERISM_NODE=a.1",
                "ASTERISM_NODE=a.1.2.Sig",
                "ASTERISM_NODE=a.1.",
                "ASTERISM_NODE=.1.Sig",
                "ASTERISM_NODE=a..Sig",
                "ASTERISM_NODE=\"a.1.Sig\"",
                "ASTERISM_NODE=a.1.Sig ",
                "ASTERISM_NODE=a.1.Sig%0d%0a",
                "ASTERISM_NODE=../../etc",
                "ASTERISM_NODE",
                "asterism_node=a.1.Sig"
            })
    void ignoresWhatIsNoKey(String cookies) {
        assertThat(KeyResolver.resolve(List.of(cookies))).isEqualTo(KeyResolver.NONE);
    }

    @Test
    void ignoresWhatIsTooLong() {
        assertThat(KeyResolver.resolve(List.of("ASTERISM_NODE=" + "a".repeat(120) + ".1.Signature")))
                .isEqualTo(KeyResolver.NONE);
    }

    @Test
    void aKeyIsReadAsItWasWritten() {
        StickyCookie cookie = Nodes.KEY.cookieOf(new MemberId("a-b/12"));
        assertThat(cookie.value()).startsWith("a-b.12.");
        assertThat(KeyResolver.resolve(List.of(cookie.header(false)))).isEqualTo(cookie.value());
        assertThat(KeyResolver.nameIn(cookie.value())).isEqualTo("a-b.12");
    }
}
