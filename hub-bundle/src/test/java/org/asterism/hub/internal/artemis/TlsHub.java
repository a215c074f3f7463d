package org.asterism.hub.internal.artemis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.cluster.MemberState;
import org.asterism.hub.internal.HubConfiguration;
import org.asterism.hub.internal.TlsSettings;
import org.asterism.hub.internal.TlsSettings.ClientAuth;
import org.asterism.hub.internal.standby.Mandate;
import org.asterism.hub.internal.tls.Keytool;
import org.asterism.protocol.Life;
import org.asterism.protocol.member.MessagingLimits;

/** Hubs whose key is in the store {@code hub}, and who trust the store {@code members}. */
final class TlsHub {

    private TlsHub() {}

    static ArtemisHub start(int port, String secret, Keytool keytool, ClientAuth clientAuth) throws HubStartException {
        TlsSettings tls = new TlsSettings(
                keytool.store("tls.keystore.file", "hub"),
                Optional.of(keytool.store("tls.truststore.file", "members")),
                clientAuth);
        HubConfiguration configuration = new HubConfiguration(
                "127.0.0.1",
                port,
                secret.getBytes(UTF_8),
                Duration.ofSeconds(3),
                Duration.ofSeconds(1),
                32 << 20,
                Duration.ofSeconds(10),
                MessagingLimits.DEFAULT,
                Optional.of(tls));
        return ArtemisHub.start(configuration, member("hub", MemberKind.HUB), Mandate.alone());
    }

    static Member member(String id, MemberKind kind) {
        return new Member(
                new MemberId(id),
                kind,
                Life.incarnation(Instant.now()),
                MemberState.UP,
                "localhost",
                1,
                "1",
                Map.of(),
                Instant.now());
    }
}
