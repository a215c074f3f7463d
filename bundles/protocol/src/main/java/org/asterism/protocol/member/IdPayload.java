package org.asterism.protocol.member;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.asterism.cluster.MemberId;

/** How a payload says who a receiver is. */
final class IdPayload {

    private IdPayload() {}

    static byte[] bytes(MemberId id) {
        return id.value().getBytes(StandardCharsets.UTF_8);
    }

    /** Empty if it is no id. */
    static Optional<MemberId> id(byte[] payload) {
        try {
            return Optional.of(new MemberId(new String(payload, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
