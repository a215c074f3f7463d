package org.asterism.client.internal.artemis;

import java.util.List;
import org.asterism.protocol.CborCodec;
import org.asterism.protocol.CodecException;
import org.asterism.protocol.Envelope;
import org.asterism.protocol.member.LocalMember;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Unpacks what other members say. */
final class Envelopes {

    private static final Logger LOG = LoggerFactory.getLogger(Envelopes.class);

    private final LocalMember member;
    private final CborCodec codec;

    Envelopes(LocalMember member, int maxPayload) {
        this.member = member;
        this.codec = CborCodec.ofEnvelopes(maxPayload);
    }

    void received(byte[] body) {
        unpacked(body).forEach(member::received);
    }

    void published(String pattern, byte[] body) {
        unpacked(body).forEach(envelope -> member.received(pattern, envelope));
    }

    private List<Envelope> unpacked(byte[] body) {
        try {
            return codec.envelopes(body);
        } catch (CodecException e) {
            LOG.warn("Ignored a message: {}", e.getMessage(), e);
            return List.of();
        }
    }
}
