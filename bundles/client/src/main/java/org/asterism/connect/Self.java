package org.asterism.connect;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.cluster.MemberState;
import org.asterism.protocol.Life;

/** How a client describes itself. */
final class Self {

    private static final int HOST_LENGTH = 40;
    private static final int RANDOM_LENGTH = 8;

    private Self() {}

    static MemberId newId() {
        String host =
                host().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String shortened = host.substring(0, Math.min(HOST_LENGTH, host.length()));
        String random = UUID.randomUUID().toString().substring(0, RANDOM_LENGTH);
        return new MemberId("client/" + (shortened.isEmpty() ? "" : shortened + "-") + random);
    }

    static Member of(MemberId id, Map<String, String> labels) {
        return new Member(
                id,
                MemberKind.CLIENT,
                Life.incarnation(Instant.now()),
                MemberState.UP,
                host(),
                ProcessHandle.current().pid(),
                version(),
                labels,
                Instant.now());
    }

    private static String version() {
        return Optional.ofNullable(Self.class.getPackage().getImplementationVersion())
                .orElse("1.0.0-SNAPSHOT");
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost"; // the name is for display only
        }
    }
}
