package org.asterism.sessions.internal.osgi;

import java.time.Duration;
import org.asterism.sessions.internal.AttributeLimits;
import org.asterism.sessions.internal.SessionSettings;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Asterism: HTTP sessions in the shared database")
@interface HttpSessionsConfig {

    @AttributeDefinition(description = "The largest size of the attributes of a session, in bytes")
    int max_bytes() default 262_144;

    @AttributeDefinition(description = "How deep objects of a session may refer to each other")
    int max_depth() default 100;

    @AttributeDefinition(description = "How many objects a session may have")
    int max_references() default 100_000;

    @AttributeDefinition(description = "How long requests wait for the tables after the start of the container")
    long patience_millis() default 10_000;

    @AttributeDefinition(description = "How old the noted time of the last use may be")
    long refresh_millis() default 60_000;

    @AttributeDefinition(description = "The time between two searches for sessions that have ended")
    long scavenge_millis() default 60_000;

    @AttributeDefinition(description = "How long after its end a session is looked for")
    long grace_millis() default 60_000;

    @AttributeDefinition(description = "How long after its end a session is removed that no application asks for")
    long abandoned_millis() default 86_400_000;

    /** Reads and checks the values. */
    final class Reader {

        private Reader() {}

        static SessionSettings read(HttpSessionsConfig config) {
            return new SessionSettings(
                    new AttributeLimits(config.max_bytes(), config.max_depth(), config.max_references()),
                    Duration.ofMillis(config.patience_millis()),
                    Duration.ofMillis(config.refresh_millis()),
                    Duration.ofMillis(config.scavenge_millis()),
                    Duration.ofMillis(config.grace_millis()),
                    Duration.ofMillis(config.abandoned_millis()));
        }
    }
}
