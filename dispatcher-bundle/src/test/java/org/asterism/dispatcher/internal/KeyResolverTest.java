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
                "ASTERISM_NODE=a.1 | a.1",
                "x=y; ASTERISM_NODE=a-b.12; z=1 | a-b.12",
                "x=y;ASTERISM_NODE=a.1 | a.1",
                "ASTERISM_NODE=; ASTERISM_NODE=b.2 | b.2",
                "ASTERISM_NODE=A.1; ASTERISM_NODE=b.2 | b.2",
                "XASTERISM_NODE=a.1; ASTERISM_NODE=b.2 | b.2"
            })
    void finds(String cookies, String key) {
        assertThat(KeyResolver.resolve(List.of("q=r", cookies))).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x=ASTERISM_NODEa.1",
                "ASTERISM_NODE=a/1",
                "ASTERISM_NODE=a",
                "ASTERISM_NODE=a.1.2",
                "ASTERISM_NODE=.1",
                "ASTERISM_NODE=a.",
                "ASTERISM_NODE=\"a.1\"",
                "ASTERISM_NODE=a.1 ",
                "ASTERISM_NODE=a.1%0d%0a",
                "ASTERISM_NODE=../../etc",
                "ASTERISM_NODE",
                "asterism_node=a.1"
            })
    void ignoresWhatIsNoKey(String cookies) {
        assertThat(KeyResolver.resolve(List.of(cookies))).isEqualTo(KeyResolver.NONE);
    }

    @Test
    void ignoresWhatIsTooLong() {
        assertThat(KeyResolver.resolve(List.of("ASTERISM_NODE=" + "a".repeat(70) + ".1")))
                .isEqualTo(KeyResolver.NONE);
    }

    @Test
    void aKeyIsReadAsItWasWritten() {
        Target target = Target.of(Nodes.up("a-b/12", 1));
        assertThat(KeyResolver.keyOf(new MemberId("a-b/12"))).isEqualTo(target.key());
        String cookie = KeyResolver.setCookie(target);
        assertThat(cookie).isEqualTo("ASTERISM_NODE=a-b.12; Path=/; HttpOnly; SameSite=Lax");
        assertThat(KeyResolver.resolve(List.of(cookie))).isEqualTo("a-b.12");
    }
}
