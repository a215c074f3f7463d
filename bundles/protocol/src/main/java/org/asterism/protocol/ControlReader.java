package org.asterism.protocol;

import org.asterism.cluster.MemberState;
import org.asterism.protocol.ControlMessage.ChangeState;
import org.asterism.protocol.ControlMessage.Leave;
import org.asterism.protocol.ControlMessage.PublishService;
import org.asterism.protocol.ControlMessage.Register;
import org.asterism.protocol.ControlMessage.ReportDeath;
import org.asterism.protocol.ControlMessage.SnapshotRequest;
import org.asterism.protocol.ControlMessage.Stranger;
import org.asterism.protocol.ControlMessage.UnpublishService;
import org.asterism.protocol.cbor.CborIn;

/** Reads what {@link ControlWriter} writes. Thread-safe. */
final class ControlReader {

    private final LifeLists remembered = new LifeLists();

    ControlMessage read(CborIn in) throws CodecException {
        in.open(1);
        String name = in.text();
        return switch (name) {
            case ControlWriter.REGISTER -> register(in);
            case ControlWriter.PUBLISH -> new PublishService(EntryReader.service(in));
            case ControlWriter.UNPUBLISH -> new UnpublishService(in.longText());
            case ControlWriter.STATE -> new ChangeState(MemberState.valueOf(in.text()));
            case ControlWriter.DEATH -> new ReportDeath(EntryReader.life(in));
            case ControlWriter.LEAVE -> new Leave();
            case ControlWriter.SNAPSHOT -> new SnapshotRequest();
            default -> throw CodecException.malformed("a control message: " + name, null);
        };
    }

    private ControlMessage register(CborIn in) throws CodecException {
        long version = in.isInteger() ? in.integer() : ProtocolVersion.UNTOLD;
        if (!ProtocolVersion.isUnderstood(version)) {
            return new Stranger(version);
        }
        return new Register(
                EntryReader.member(in),
                in.list(CborIn::longText),
                in.list(CborIn::longText),
                in.list(EntryReader::service),
                in.longText(),
                in.integer(),
                in.integer(),
                remembered.read(in),
                in.list(EntryReader::life));
    }
}
