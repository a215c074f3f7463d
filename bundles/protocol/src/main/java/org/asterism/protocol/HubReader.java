package org.asterism.protocol;

import org.asterism.protocol.HubEvent.EpochRaised;
import org.asterism.protocol.HubEvent.MemberChanged;
import org.asterism.protocol.HubEvent.MemberJoined;
import org.asterism.protocol.HubEvent.MemberLeft;
import org.asterism.protocol.HubEvent.MemberLost;
import org.asterism.protocol.HubEvent.ServiceAdded;
import org.asterism.protocol.HubEvent.ServiceChanged;
import org.asterism.protocol.HubEvent.ServiceRemoved;
import org.asterism.protocol.HubEvent.ViewSettled;
import org.asterism.protocol.HubMessage.CurrentView;
import org.asterism.protocol.HubMessage.Refused;
import org.asterism.protocol.HubMessage.Registered;
import org.asterism.protocol.HubMessage.ServiceRefused;
import org.asterism.protocol.cbor.CborIn;

/** Reads what {@link HubWriter} writes. */
final class HubReader {

    private HubReader() {}

    static HubMessage read(CborIn in) throws CodecException {
        in.open(1);
        String name = in.text();
        return switch (name) {
            case HubWriter.REGISTERED -> new Registered(EntryReader.snapshot(in));
            case HubWriter.VIEW -> new CurrentView(EntryReader.snapshot(in));
            case HubWriter.REFUSED -> new Refused(in.longText());
            case HubWriter.SERVICE_REFUSED -> new ServiceRefused(in.longText(), in.longText());
            default -> event(name, in.integer(), in.integer(), in);
        };
    }

    private static HubEvent event(String name, long epoch, long revision, CborIn in) throws CodecException {
        return switch (name) {
            case HubWriter.JOINED ->
                new MemberJoined(epoch, revision, EntryReader.member(in), in.list(EntryReader::service));
            case HubWriter.CHANGED -> new MemberChanged(epoch, revision, EntryReader.member(in));
            case HubWriter.LEFT -> new MemberLeft(epoch, revision, EntryReader.life(in));
            case HubWriter.LOST -> new MemberLost(epoch, revision, EntryReader.life(in), in.longText());
            case HubWriter.SERVICE_ADDED -> new ServiceAdded(epoch, revision, EntryReader.service(in));
            case HubWriter.SERVICE_CHANGED -> new ServiceChanged(epoch, revision, EntryReader.service(in));
            case HubWriter.SERVICE_REMOVED -> new ServiceRemoved(epoch, revision, in.longText());
            case HubWriter.SETTLED -> new ViewSettled(epoch, revision, in.bool());
            case HubWriter.EPOCH -> new EpochRaised(epoch, revision);
            default -> throw CodecException.malformed("a message of the hub: " + name, null);
        };
    }
}
