package org.asterism.remote.internal.osgi;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import org.osgi.framework.Version;

/** Carries OSGi versions, which the intent {@code osgi.basic} promises. */
final class VersionModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    VersionModule() {
        addSerializer(Version.class, ToStringSerializer.instance);
        addDeserializer(Version.class, new Parser());
    }

    private static final class Parser extends FromStringDeserializer<Version> {

        private static final long serialVersionUID = 1L;

        Parser() {
            super(Version.class);
        }

        @Override
        protected Version _deserialize(String value, DeserializationContext context) {
            return Version.parseVersion(value);
        }
    }
}
