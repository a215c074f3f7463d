package org.asterism.messaging;

import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.asterism.cluster.MemberId;

/** Streams content of any length to another member, in constant memory and beside the other messages. */
public interface BulkService {

    /**
     * Streams content to one member. Not sent again if the link breaks.
     *
     * @param content read to its end, and closed, on a thread of this service
     * @param stall how long the receiver may take for each piece
     * @return completed with the number of bytes once the receiver has taken everything and returned; fails with a
     *     {@link MessagingException}, or with the {@link java.io.IOException} of the content
     */
    CompletionStage<Long> send(MemberId to, String topic, InputStream content, Duration stall);

    /**
     * Takes what is streamed to this member on a topic.
     *
     * @throws IllegalStateException if the topic is already received here
     * @return ends the service
     */
    AutoCloseable receive(String topic, BulkReceiver receiver);
}
