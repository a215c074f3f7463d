package org.asterism.persistence.internal.osgi;

import java.time.Duration;
import org.asterism.persistence.internal.Backoff;
import org.asterism.persistence.internal.MigrationSettings;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Asterism: migrations of the shared database")
@interface MigrationConfig {

    @AttributeDefinition(
            name = "Lock wait",
            description = "How long one attempt waits for the cluster lock, in milliseconds")
    long lock_wait_millis() default 30_000;

    @AttributeDefinition(
            name = "First retry",
            description = "Wait after the first failure, in milliseconds; doubled each time")
    long retry_first_millis() default 500;

    @AttributeDefinition(name = "Longest retry", description = "The longest wait between two attempts, in milliseconds")
    long retry_longest_millis() default 15_000;

    /** Reads and checks the values. */
    final class Reader {

        private Reader() {}

        static MigrationSettings read(MigrationConfig config) {
            return new MigrationSettings(
                    Duration.ofMillis(config.lock_wait_millis()),
                    new Backoff(
                            Duration.ofMillis(config.retry_first_millis()),
                            Duration.ofMillis(config.retry_longest_millis())));
        }
    }
}
