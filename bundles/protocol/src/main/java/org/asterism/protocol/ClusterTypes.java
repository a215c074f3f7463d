package org.asterism.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.Instant;
import org.asterism.cluster.MemberId;

/** How values of the API look on the wire: a member id is text, an instant milliseconds. */
final class ClusterTypes extends SimpleModule {

    private static final long serialVersionUID = 1L;

    ClusterTypes() {
        super("asterism");
        addSerializer(MemberId.class, new MemberIdWriter());
        addDeserializer(MemberId.class, new MemberIdReader());
        addSerializer(Instant.class, new InstantWriter());
        addDeserializer(Instant.class, new InstantReader());
    }

    private static final class MemberIdWriter extends StdScalarSerializer<MemberId> {
        private static final long serialVersionUID = 1L;

        MemberIdWriter() {
            super(MemberId.class);
        }

        @Override
        public void serialize(MemberId id, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(id.value());
        }
    }

    private static final class MemberIdReader extends StdScalarDeserializer<MemberId> {
        private static final long serialVersionUID = 1L;

        MemberIdReader() {
            super(MemberId.class);
        }

        @Override
        public MemberId deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return new MemberId(in.getValueAsString(""));
        }
    }

    private static final class InstantWriter extends StdScalarSerializer<Instant> {
        private static final long serialVersionUID = 1L;

        InstantWriter() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant instant, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeNumber(instant.toEpochMilli());
        }
    }

    private static final class InstantReader extends StdScalarDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        InstantReader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return Instant.ofEpochMilli(in.getLongValue());
        }
    }
}
