package org.asterism.protocol;

import org.asterism.protocol.ControlMessage.ChangeState;
import org.asterism.protocol.ControlMessage.Leave;
import org.asterism.protocol.ControlMessage.PublishService;
import org.asterism.protocol.ControlMessage.Register;
import org.asterism.protocol.ControlMessage.ReportDeath;
import org.asterism.protocol.ControlMessage.Stranger;
import org.asterism.protocol.ControlMessage.UnpublishService;
import org.asterism.protocol.cbor.CborOut;

/** What a member tells, as an array: the name of the message, and its components in their order. */
final class ControlWriter {

    static final String REGISTER = "register";
    static final String PUBLISH = "publish";
    static final String UNPUBLISH = "unpublish";
    static final String STATE = "state";
    static final String DEATH = "death";
    static final String LEAVE = "leave";
    static final String SNAPSHOT = "snapshot";

    private ControlWriter() {}

    static void write(CborOut out, ControlMessage message) {
        if (message instanceof Register register) {
            begin(out, REGISTER, 10);
            out.integer(ProtocolVersion.CURRENT);
            register(out, register);
        } else if (message instanceof Stranger stranger) {
            begin(out, REGISTER, 1);
            out.integer(stranger.version());
        } else if (message instanceof PublishService publish) {
            begin(out, PUBLISH, 1);
            EntryWriter.service(out, publish.service());
        } else if (message instanceof UnpublishService unpublish) {
            begin(out, UNPUBLISH, 1);
            out.text(unpublish.id());
        } else if (message instanceof ChangeState change) {
            begin(out, STATE, 1);
            out.text(change.state().name());
        } else if (message instanceof ReportDeath death) {
            begin(out, DEATH, 1);
            EntryWriter.life(out, death.life());
        } else {
            begin(out, message instanceof Leave ? LEAVE : SNAPSHOT, 0);
        }
    }

    private static void register(CborOut out, Register register) {
        EntryWriter.member(out, register.member());
        out.list(register.listens(), CborOut::text);
        out.list(register.serves(), CborOut::text);
        out.list(register.services(), EntryWriter::service);
        out.text(register.lastHub());
        out.integer(register.lastEpoch());
        out.integer(register.lastRevision());
        out.list(register.remembered(), EntryWriter::life);
        out.list(register.deaths(), EntryWriter::life);
    }

    private static void begin(CborOut out, String name, int components) {
        out.array(components + 1);
        out.text(name);
    }
}
