package org.asterism.deployment.internal.osgi;

import java.nio.charset.StandardCharsets;
import org.asterism.messaging.MessageService;
import org.asterism.messaging.MessagingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells everyone to look at the database. It may get lost: everyone looks from time to time anyway. */
final class Announcement {

    static final String TOPIC = "asterism.deployment.changed";

    private static final Logger LOG = LoggerFactory.getLogger(Announcement.class);

    private final MessageService messages;

    Announcement(MessageService messages) {
        this.messages = messages;
    }

    void tell(long generation) {
        try {
            messages.publish(TOPIC, Long.toString(generation).getBytes(StandardCharsets.UTF_8));
        } catch (MessagingException e) {
            LOG.info("generation {} is not announced; members find it when they look: {}", generation, e.getMessage());
        }
    }
}
