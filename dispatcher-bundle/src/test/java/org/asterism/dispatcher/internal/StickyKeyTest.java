package org.asterism.dispatcher.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.asterism.cluster.MemberId;
import org.junit.jupiter.api.Test;

class StickyKeyTest {

    private static final MemberId NODE = new MemberId("a/1");

    private static TargetPool pool(StickyKey key) {
        return TargetPool.empty("a", key).with(List.of(Nodes.up("a/1", 1, "/shop"), Nodes.up("a/2", 2, "/shop")));
    }

    @Test
    void dispatchersWithTheSameSecretAgree() {
        String cookie = StickyKey.of("a secret that is shared").cookieOf(NODE).value();
        TargetPool other = pool(StickyKey.of("a secret that is shared"));
        assertThat(other.sticky(cookie).orElseThrow().id()).isEqualTo(NODE);
        assertThat(pool(StickyKey.of("a secret that is not")).sticky(cookie)).isEmpty();
        assertThat(pool(StickyKey.random()).sticky(cookie)).isEmpty();
    }

    @Test
    void whatIsForgedIsIgnored() {
        String cookie = Nodes.cookie("a/1");
        String signature = cookie.substring(cookie.lastIndexOf('.'));
        TargetPool pool = pool(Nodes.KEY);
        assertThat(signature).hasSize(23);
        for (String forged : List.of(
                "",
                ".",
                "a.1",
                "a.1.",
                "a.2" + signature,
                cookie + "A",
                cookie.substring(0, cookie.length() - 1),
                "a.1.AAAAAAAAAAAAAAAAAAAAAA",
                "a.9" + signature)) {
            assertThat(pool.sticky(forged)).as(forged).isEmpty();
        }
    }

    @Test
    void aNodeThatStartsAnewKeepsItsCookie() {
        TargetPool pool = pool(Nodes.KEY);
        TargetPool restarted = pool.with(List.of(Nodes.up("a/1", 77, "/shop")));
        assertThat(restarted.sticky(Nodes.cookie("a/1"))).isPresent();
        assertThat(pool.with(List.of()).sticky(Nodes.cookie("a/1"))).isEmpty();
    }

    @Test
    void onlyWithTlsItIsForTlsOnly() {
        StickyCookie cookie = Nodes.KEY.cookieOf(NODE);
        String plain = "ASTERISM_NODE=" + cookie.value() + "; Path=/; HttpOnly; SameSite=Lax";
        assertThat(cookie.header(false)).isEqualTo(plain);
        assertThat(cookie.header(true)).isEqualTo(plain + "; Secure");
        assertThat(cookie.line(false)).isEqualTo("set-cookie: " + plain + "\r\n");
        assertThat(cookie.line(true)).isEqualTo("set-cookie: " + plain + "; Secure\r\n");
    }

    @Test
    void aShortSecretIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StickyKey.of("changeit"))
                .withMessageContaining("sticky.secret.file")
                .withMessageNotContaining("changeit");
    }
}
