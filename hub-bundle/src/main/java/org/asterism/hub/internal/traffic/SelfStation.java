package org.asterism.hub.internal.traffic;

import java.util.List;
import java.util.Optional;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.protocol.CodecException;
import org.asterism.protocol.Envelope;
import org.asterism.protocol.frame.Run;
import org.asterism.protocol.member.LocalMember;
import org.asterism.protocol.member.Receipt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The hub as a receiver: hears on the network thread of the sender. */
final class SelfStation implements Station {

    private static final Logger LOG = LoggerFactory.getLogger(SelfStation.class);

    private final LocalMember member;

    SelfStation(LocalMember member) {
        this.member = member;
    }

    @Override
    public MemberId id() {
        return MemberId.HUB;
    }

    @Override
    public Optional<Member> member() {
        return Optional.empty();
    }

    @Override
    public void takeOneWay(Run run, Consignment consignment) {
        consignment.hold();
        Receipt receipt = new Receipt(consignment::release);
        hear(run, receipt);
        receipt.release();
    }

    @Override
    public void take(Run run) {
        hear(run, Receipt.none());
    }

    @Override
    public void take(String address, Envelope message) {
        member.received(address, List.of(message), Receipt.none());
    }

    private void hear(Run run, Receipt receipt) {
        try {
            member.received(run.address(), run.envelopes(), receipt);
        } catch (CodecException e) {
            LOG.warn("Ignored messages to '{}': {}", run.address(), e.getMessage(), e);
        }
    }
}
