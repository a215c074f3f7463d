package org.asterism.dispatcher.internal.netty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.asterism.dispatcher.internal.ForwardedStyle;
import org.asterism.dispatcher.internal.FrontSettings;
import org.asterism.dispatcher.internal.TestSettings;
import org.asterism.dispatcher.internal.TrustedProxies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a node is told of the client. */
@Timeout(60)
class ForwardedTest {

    private static final String CLAIM = RawClient.head(
            "GET /shop/ HTTP/1.1",
            "Host: x.test:81",
            "X-Forwarded-For: 6.6.6.6",
            "X-Forwarded-Proto: https",
            "X-Forwarded-Host: y",
            "X-Forwarded-Port: 444",
            "Forwarded: for=6.6.6.6");

    private static Backend.Request seen(ForwardedStyle style, String trusted, String request) throws Exception {
        FrontSettings front = new FrontSettings(
                TrustedProxies.of(List.of(trusted)), style, false, Optional.empty(), TestSettings.FRONT.http2());
        try (Backend node = Backend.named("a/1");
                Front dispatcher = Front.of(new TestSettings().front(front), node.up())) {
            assertThat(dispatcher.exchange(request).status()).isEqualTo(200);
            return node.requests.get(0);
        }
    }

    @Test
    void whatAProxySaysThatIsNotTrustedIsReplaced() throws Exception {
        Backend.Request seen = seen(ForwardedStyle.X_FORWARDED, "10.0.0.0/8", CLAIM);
        assertThat(seen.headers("x-forwarded-for")).containsExactly("127.0.0.1");
        assertThat(seen.headers("x-forwarded-proto")).containsExactly("http");
        assertThat(seen.headers("x-forwarded-host")).containsExactly("x.test:81");
        assertThat(seen.headers("x-forwarded-port")).isEmpty();
        assertThat(seen.headers("forwarded")).isEmpty();
    }

    @Test
    void whatAProxySaysThatIsTrustedIsContinued() throws Exception {
        Backend.Request seen = seen(ForwardedStyle.X_FORWARDED, "127.0.0.0/8", CLAIM);
        assertThat(seen.headers("x-forwarded-for")).containsExactly("6.6.6.6, 127.0.0.1");
        assertThat(seen.headers("x-forwarded-proto")).containsExactly("https");
        assertThat(seen.headers("x-forwarded-host")).containsExactly("y");
        assertThat(seen.headers("x-forwarded-port")).containsExactly("444");
        assertThat(seen.headers("forwarded")).containsExactly("for=6.6.6.6");
    }

    @Test
    void theStandardHeaderSaysAllInOne() throws Exception {
        Backend.Request seen = seen(ForwardedStyle.FORWARDED, "", CLAIM);
        assertThat(seen.headers("forwarded")).containsExactly("for=127.0.0.1;host=\"x.test:81\";proto=http");
        assertThat(seen.headers("x-forwarded-for")).isEmpty();
        assertThat(seen.headers("x-forwarded-host")).isEmpty();
    }

    @Test
    void theStandardHeaderIsContinuedToo() throws Exception {
        Backend.Request seen = seen(ForwardedStyle.BOTH, "127.0.0.1", CLAIM);
        assertThat(seen.headers("forwarded"))
                .containsExactly("for=6.6.6.6, for=127.0.0.1;host=\"x.test:81\";proto=http");
        assertThat(seen.headers("x-forwarded-for")).containsExactly("6.6.6.6, 127.0.0.1");
    }

    @Test
    void anAddressOfSixteenBytesIsQuoted() {
        assertThat(Peer.nodeName("2001:db8::1")).isEqualTo("\"[2001:db8::1]\"");
        assertThat(Peer.nodeName("10.0.0.1")).isEqualTo("10.0.0.1");
    }
}
