package org.asterism.protocol;

import java.util.Collection;
import java.util.Map;
import org.asterism.cluster.Member;
import org.asterism.cluster.ServiceEntry;
import org.asterism.protocol.cbor.CborOut;

/** How the entries of the two lists are written: an array of the components in their order, so that no name is repeated. */
final class EntryWriter {

    private EntryWriter() {}

    static void member(CborOut out, Member member) {
        out.array(9);
        out.text(member.id().value());
        out.text(member.kind().name());
        out.text(member.incarnation());
        out.text(member.state().name());
        out.text(member.host());
        out.integer(member.pid());
        out.text(member.version());
        labels(out, member.labels());
        out.integer(member.since().toEpochMilli());
    }

    static void service(CborOut out, ServiceEntry service) {
        out.array(4);
        out.text(service.id());
        out.list(service.interfaces(), CborOut::text);
        out.text(service.member().value());
        properties(out, service.properties());
    }

    static void life(CborOut out, Life life) {
        out.array(2);
        out.text(life.id().value());
        out.text(life.incarnation());
    }

    static void snapshot(CborOut out, Snapshot snapshot) {
        out.array(7);
        out.text(snapshot.hub());
        out.integer(snapshot.epoch());
        out.integer(snapshot.revision());
        out.bool(snapshot.warming());
        out.bool(snapshot.complete());
        out.list(snapshot.members(), EntryWriter::member);
        out.list(snapshot.services(), EntryWriter::service);
    }

    private static void labels(CborOut out, Map<String, String> labels) {
        out.map(labels.size());
        for (Map.Entry<String, String> label : labels.entrySet()) {
            out.text(label.getKey());
            out.text(label.getValue());
        }
    }

    private static void properties(CborOut out, Map<String, Object> properties) {
        out.map(properties.size());
        for (Map.Entry<String, Object> property : properties.entrySet()) {
            out.text(property.getKey());
            value(out, property.getValue());
        }
    }

    private static void value(CborOut out, Object value) {
        if (value instanceof String text) {
            out.text(text);
        } else if (value instanceof Boolean flag) {
            out.bool(flag);
        } else if (value instanceof Long || value instanceof Integer) {
            out.integer(((Number) value).longValue());
        } else if (value instanceof Double number) {
            out.real(number);
        } else if (value instanceof Collection<?> values) {
            out.list(values, EntryWriter::value);
        } else {
            throw new IllegalArgumentException("not a value of a property: " + value.getClass());
        }
    }
}
