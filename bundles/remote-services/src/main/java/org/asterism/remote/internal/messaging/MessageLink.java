package org.asterism.remote.internal.messaging;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.asterism.cluster.MemberId;
import org.asterism.messaging.HubUnavailableException;
import org.asterism.messaging.MessageService;
import org.asterism.remote.internal.Endpoints;

/** The message service, which may come later than those who use it and go before them. */
public final class MessageLink {

    private final AtomicReference<MessageService> current = new AtomicReference<>();

    public void attach(MessageService messages) {
        current.set(messages);
    }

    public void detach(MessageService messages) {
        current.compareAndSet(messages, null);
    }

    Optional<MessageService> messages() {
        return Optional.ofNullable(current.get());
    }

    CompletionStage<byte[]> call(MemberId owner, String endpointId, byte[] call, Duration timeout) {
        return messages()
                .map(messages -> messages.request(owner, Endpoints.topic(endpointId), call, timeout))
                .orElseGet(() -> CompletableFuture.failedFuture(
                        new HubUnavailableException("this container has no message service yet")));
    }
}
