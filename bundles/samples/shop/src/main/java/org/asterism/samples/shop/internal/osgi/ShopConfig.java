package org.asterism.samples.shop.internal.osgi;

import java.time.Duration;
import org.asterism.samples.shop.internal.ShopSettings;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Asterism: sample shop")
@interface ShopConfig {

    @AttributeDefinition(
            name = "Lock wait",
            description = "How long a request waits for the lock of a product, in milliseconds")
    long lock_wait_millis() default 30_000;

    @AttributeDefinition(name = "Cache age", description = "How old a cached stock level may be, in milliseconds")
    long cache_age_millis() default 30_000;

    @AttributeDefinition(name = "Cache size", description = "How many stock levels are cached")
    int cache_size() default 1_000;

    @AttributeDefinition(name = "Events", description = "How many of the last events are shown")
    int events() default 20;

    /** Reads and checks the values. */
    final class Reader {

        private Reader() {}

        static ShopSettings read(ShopConfig config) {
            return new ShopSettings(
                    Duration.ofMillis(config.lock_wait_millis()),
                    Duration.ofMillis(config.cache_age_millis()),
                    config.cache_size(),
                    config.events());
        }
    }
}
