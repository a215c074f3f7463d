package org.asterism.hub.internal.traffic;

import org.asterism.protocol.Addresses;
import org.asterism.protocol.CborCodec;
import org.asterism.protocol.CodecException;
import org.asterism.protocol.Envelope;
import org.asterism.protocol.HubMessage;
import org.asterism.protocol.Life;
import org.asterism.protocol.frame.Frame;
import org.asterism.protocol.frame.FrameWriter;
import org.asterism.protocol.frame.Run;

/** How the hub itself speaks. Thread-safe. */
final class HubVoice {

    private final Life hub;
    private final CborCodec codec = CborCodec.ofControl();

    HubVoice(Life hub) {
        this.hub = hub;
    }

    Run run(HubMessage message) {
        FrameWriter writer = new FrameWriter(hub);
        writer.add(Addresses.HUB, codec.encode(message));
        return run(writer);
    }

    Run run(String address, Envelope message) {
        FrameWriter writer = new FrameWriter(hub);
        writer.add(address, message);
        return run(writer);
    }

    Run answer(Envelope request, Envelope.Kind kind, byte[] payload) {
        return run(Addresses.member(request.sender()), request.answer(kind, hub, payload));
    }

    private static Run run(FrameWriter writer) {
        try {
            return Frame.readRun(writer.finish());
        } catch (CodecException e) {
            throw new IllegalStateException("cannot read what was just written", e);
        }
    }
}
