package org.asterism.messaging;

/**
 * Hears messages. Register it as an OSGi service with the property {@value #TOPIC} (whiteboard) or with
 * {@link MessageService#listen}.
 */
@FunctionalInterface
public interface MessageListener {

    /** Service property: the topic, or a pattern in which {@code *} stands for one part and {@code #} for any number. */
    String TOPIC = "asterism.topic";

    /** Called in the order in which each sender sent, on one thread of the listener's own. */
    void received(Message message);
}
