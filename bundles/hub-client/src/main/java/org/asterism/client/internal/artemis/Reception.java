package org.asterism.client.internal.artemis;

import java.util.function.Consumer;
import org.asterism.client.internal.FramePump;
import org.asterism.protocol.Addresses;
import org.asterism.protocol.CodecException;
import org.asterism.protocol.frame.Frame;
import org.asterism.protocol.frame.Run;
import org.asterism.protocol.member.LocalMember;
import org.asterism.protocol.member.Receipt;

/** Takes the frames of one connection apart, on its network thread. */
final class Reception implements FrameReader {

    private final LocalMember member;
    private final HubConversation hub;
    private final FramePump pump;
    private final Consumer<String> giveUp;

    /** @param giveUp told why the connection is of no use */
    Reception(LocalMember member, HubConversation hub, FramePump pump, Consumer<String> giveUp) {
        this.member = member;
        this.hub = hub;
        this.pump = pump;
        this.giveUp = giveUp;
    }

    @Override
    public void read(byte[] bytes, int begin, int end) {
        try {
            Frame frame = Frame.read(bytes, begin, end);
            pump.confirmed(frame.confirmed());
            Receipt receipt = pump.intake().take(frame.number());
            for (Run run : frame.runs()) {
                read(run, receipt);
            }
            receipt.release();
        } catch (CodecException e) {
            giveUp.accept("the hub sends what is no frame: " + e.getMessage());
        }
    }

    private void read(Run run, Receipt receipt) throws CodecException {
        if (run.address().equals(Addresses.HUB)) {
            hub.heard(run.bytes());
        } else {
            member.received(run.address(), run.envelopes(), receipt);
        }
    }
}
