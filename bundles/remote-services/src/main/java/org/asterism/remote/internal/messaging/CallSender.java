package org.asterism.remote.internal.messaging;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.asterism.messaging.HubUnavailableException;
import org.asterism.messaging.ListenerDiedException;
import org.asterism.messaging.MessagingException;

/**
 * Sends calls to one endpoint.
 *
 * <ol>
 *   <li>A call is sent once.
 *   <li>One that may be repeated is sent once more when the link broke or the owner was lost before the answer, as soon as
 *       the endpoint is there again; all within the time-out of the call.
 * </ol>
 */
final class CallSender {

    private final RemoteTarget target;
    private final MessageLink link;
    private final EndpointPresence presence;

    CallSender(RemoteTarget target, MessageLink link, EndpointPresence presence) {
        this.target = target;
        this.link = link;
        this.presence = presence;
    }

    RemoteTarget target() {
        return target;
    }

    /** @throws MessagingException if there is no answer */
    byte[] call(byte[] call, boolean repeatable) throws InterruptedException {
        long began = System.nanoTime();
        try {
            return send(call, target.timeout());
        } catch (HubUnavailableException | ListenerDiedException e) {
            if (repeatable && hasReturned(left(began))) {
                return send(call, left(began));
            }
            throw e;
        }
    }

    private byte[] send(byte[] call, Duration timeout) throws InterruptedException {
        return link.messages().call(target.owner(), target.topic(), call, timeout);
    }

    private boolean hasReturned(Duration within) throws InterruptedException {
        try {
            return presence.returned(target, within).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the presence of an endpoint never fails", e);
        }
    }

    /** Fails with a {@link MessagingException} if there is no answer. */
    CompletableFuture<byte[]> request(byte[] call, boolean repeatable) {
        long began = System.nanoTime();
        CompletableFuture<byte[]> answer = ask(call, target.timeout());
        if (!repeatable) {
            return answer;
        }
        return answer.exceptionallyCompose(thrown -> {
            Throwable failure = unwrapped(thrown);
            if (!(failure instanceof HubUnavailableException) && !(failure instanceof ListenerDiedException)) {
                return CompletableFuture.failedFuture(failure);
            }
            return presence.returned(target, left(began))
                    .thenCompose(there -> there ? ask(call, left(began)) : CompletableFuture.failedFuture(failure));
        });
    }

    private CompletableFuture<byte[]> ask(byte[] call, Duration timeout) {
        try {
            return link.messages()
                    .request(target.owner(), target.topic(), call, timeout)
                    .toCompletableFuture();
        } catch (MessagingException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private Duration left(long began) {
        Duration left = target.timeout().minusNanos(System.nanoTime() - began);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static Throwable unwrapped(Throwable thrown) {
        return thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
    }
}
