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
import org.asterism.protocol.cbor.CborOut;

/** What the hub tells, as an array: the name of the message, and its components in their order. */
final class HubWriter {

    static final String REGISTERED = "registered";
    static final String REFUSED = "refused";
    static final String VIEW = "view";
    static final String SERVICE_REFUSED = "service-refused";
    static final String EPOCH = "epoch";
    static final String SETTLED = "settled";
    static final String JOINED = "joined";
    static final String CHANGED = "changed";
    static final String LEFT = "left";
    static final String LOST = "lost";
    static final String SERVICE_ADDED = "service-added";
    static final String SERVICE_CHANGED = "service-changed";
    static final String SERVICE_REMOVED = "service-removed";

    private HubWriter() {}

    static void write(CborOut out, HubMessage message) {
        if (message instanceof HubEvent event) {
            event(out, event);
        } else if (message instanceof Registered registered) {
            begin(out, REGISTERED, 1);
            EntryWriter.snapshot(out, registered.view());
        } else if (message instanceof CurrentView current) {
            begin(out, VIEW, 1);
            EntryWriter.snapshot(out, current.view());
        } else if (message instanceof Refused refused) {
            begin(out, REFUSED, 1);
            out.text(refused.reason());
        } else if (message instanceof ServiceRefused refused) {
            begin(out, SERVICE_REFUSED, 2);
            out.text(refused.id());
            out.text(refused.reason());
        }
    }

    private static void event(CborOut out, HubEvent event) {
        if (event instanceof MemberJoined joined) {
            begin(out, JOINED, 2, event);
            EntryWriter.member(out, joined.member());
            out.list(joined.services(), EntryWriter::service);
        } else if (event instanceof MemberChanged changed) {
            begin(out, CHANGED, 1, event);
            EntryWriter.member(out, changed.member());
        } else if (event instanceof MemberLeft left) {
            begin(out, LEFT, 1, event);
            EntryWriter.life(out, left.life());
        } else if (event instanceof MemberLost lost) {
            begin(out, LOST, 2, event);
            EntryWriter.life(out, lost.life());
            out.text(lost.cause());
        } else if (event instanceof ServiceAdded added) {
            begin(out, SERVICE_ADDED, 1, event);
            EntryWriter.service(out, added.service());
        } else if (event instanceof ServiceChanged changed) {
            begin(out, SERVICE_CHANGED, 1, event);
            EntryWriter.service(out, changed.service());
        } else if (event instanceof ServiceRemoved removed) {
            begin(out, SERVICE_REMOVED, 1, event);
            out.text(removed.id());
        } else if (event instanceof ViewSettled settled) {
            begin(out, SETTLED, 1, event);
            out.bool(settled.complete());
        } else if (event instanceof EpochRaised) {
            begin(out, EPOCH, 0, event);
        }
    }

    private static void begin(CborOut out, String name, int components) {
        out.array(components + 1);
        out.text(name);
    }

    private static void begin(CborOut out, String name, int components, HubEvent event) {
        begin(out, name, components + 2);
        out.integer(event.epoch());
        out.integer(event.revision());
    }
}
