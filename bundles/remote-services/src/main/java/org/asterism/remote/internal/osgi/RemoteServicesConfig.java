package org.asterism.remote.internal.osgi;

import java.time.Duration;
import org.asterism.remote.internal.Settings;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Asterism remote services")
@interface RemoteServicesConfig {

    @AttributeDefinition(description = "How long a call may take if the service does not say, in milliseconds.")
    long timeout_millis() default 10_000;

    @AttributeDefinition(description = "The largest call or answer, in bytes.")
    int max_payload_bytes() default 1_048_576;

    @AttributeDefinition(description = "How many calls of other members are carried out at once.")
    int threads() default 16;

    @AttributeDefinition(description = "How many more calls of other members may wait.")
    int queue_length() default 1_000;

    /** Turns the configuration into values. */
    final class Reader {

        private Reader() {}

        static Settings settings(RemoteServicesConfig config) {
            return new Settings(
                    Duration.ofMillis(config.timeout_millis()),
                    config.max_payload_bytes(),
                    config.threads(),
                    config.queue_length());
        }
    }
}
