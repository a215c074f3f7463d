package org.asterism.protocol;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.cluster.MemberState;
import org.asterism.cluster.ServiceEntry;
import org.asterism.protocol.cbor.CborIn;

/** Reads what {@link EntryWriter} writes, and steps over what a newer writer adds at the end of an entry. */
final class EntryReader {

    private EntryReader() {}

    static Member member(CborIn in) throws CodecException {
        int more = in.open(9);
        Member member = new Member(
                id(in),
                MemberKind.valueOf(in.text()),
                in.longText(),
                MemberState.valueOf(in.text()),
                in.longText(),
                in.integer(),
                in.longText(),
                labels(in),
                Instant.ofEpochMilli(in.integer()));
        in.skip(more);
        return member;
    }

    static ServiceEntry service(CborIn in) throws CodecException {
        int more = in.open(4);
        ServiceEntry service = new ServiceEntry(in.longText(), in.list(CborIn::longText), id(in), properties(in));
        in.skip(more);
        return service;
    }

    static Life life(CborIn in) throws CodecException {
        int more = in.open(2);
        Life life = new Life(id(in), in.longText());
        in.skip(more);
        return life;
    }

    static Snapshot snapshot(CborIn in) throws CodecException {
        int more = in.open(7);
        Snapshot snapshot = new Snapshot(
                in.longText(),
                in.integer(),
                in.integer(),
                in.bool(),
                in.bool(),
                in.list(EntryReader::member),
                in.list(EntryReader::service));
        in.skip(more);
        return snapshot;
    }

    private static MemberId id(CborIn in) throws CodecException {
        return new MemberId(in.text());
    }

    private static Map<String, String> labels(CborIn in) throws CodecException {
        int size = in.map();
        Map<String, String> labels = new HashMap<>();
        for (int i = 0; i < size; i++) {
            labels.put(in.longText(), in.longText());
        }
        return labels;
    }

    private static Map<String, Object> properties(CborIn in) throws CodecException {
        int size = in.map();
        Map<String, Object> properties = new HashMap<>();
        for (int i = 0; i < size; i++) {
            properties.put(in.longText(), in.isArray() ? in.list(EntryReader::scalar) : scalar(in));
        }
        return properties;
    }

    private static Object scalar(CborIn in) throws CodecException {
        if (in.isText()) {
            return in.longText();
        }
        if (in.isInteger()) {
            return in.integer();
        }
        return in.isReal() ? (Object) in.real() : (Object) in.bool();
    }
}
