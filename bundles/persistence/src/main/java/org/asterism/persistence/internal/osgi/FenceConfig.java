package org.asterism.persistence.internal.osgi;

import java.time.Duration;
import org.asterism.persistence.internal.FenceSettings;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Asterism: fence in the shared database")
@interface FenceConfig {

    @AttributeDefinition(
            name = "Wait",
            description =
                    "How long to wait for the transaction of an earlier holder, in milliseconds, cut to seconds; H2 has LOCK_TIMEOUT")
    long wait_millis() default 10_000;

    @AttributeDefinition(
            name = "Row age",
            description = "How long the row of a key is kept that nobody advances, in milliseconds")
    long row_age_millis() default 604_800_000;

    @AttributeDefinition(
            name = "Sweep period",
            description = "The time between two searches for rows that are too old, in milliseconds")
    long sweep_period_millis() default 3_600_000;

    /** Reads and checks the values. */
    final class Reader {

        private Reader() {}

        static FenceSettings read(FenceConfig config) {
            return new FenceSettings(
                    Duration.ofMillis(config.wait_millis()),
                    Duration.ofMillis(config.row_age_millis()),
                    Duration.ofMillis(config.sweep_period_millis()));
        }
    }
}
