package org.asterism.client.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.cluster.MemberState;
import org.asterism.protocol.member.MessagingLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkConfigurationTest {

    @ParameterizedTest
    @ValueSource(strings = {"http://h:1", "ssl://h", "tcp://h", "tcp://:1"})
    void namesTheKeyOfABadUrl(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> configuration("a", URI.create(url), "secret"))
                .withMessageContaining("hub.url");
    }

    @Test
    void nobodyIsTheHub() {
        assertThatIllegalArgumentException().isThrownBy(() -> configuration("hub", URI.create("tcp://h:1"), "secret"));
    }

    @Test
    void tellsNobodyTheSecret() {
        assertThat(configuration("a", URI.create("tcp://h:1"), "very secret").toString())
                .doesNotContain("very secret");
    }

    private static LinkConfiguration configuration(String id, URI hub, String secret) {
        Member member = new Member(
                new MemberId(id), MemberKind.INSTANCE, "i", MemberState.UP, "host", 1, "1", Map.of(), Instant.EPOCH);
        return new LinkConfiguration(
                member,
                List.of(hub),
                secret,
                Duration.ofSeconds(3),
                Duration.ofSeconds(3),
                Duration.ofMillis(100),
                Duration.ofSeconds(1),
                MessagingLimits.DEFAULT);
    }
}
