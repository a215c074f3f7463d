package org.asterism.messaging;

import java.util.concurrent.CompletionStage;

/** Answers requests. */
@FunctionalInterface
public interface RequestHandler {

    /**
     * Called on the delivery thread of the topic in the order in which each requester sent; must not block. The stage may
     * be completed later and on any thread.
     *
     * @return the answer; a stage that fails, like an exception thrown here, reaches the requester as
     *     {@link RequestFailedException} with the message of the exception
     */
    CompletionStage<byte[]> handle(Message request);
}
