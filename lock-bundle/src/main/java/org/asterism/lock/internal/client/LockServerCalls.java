package org.asterism.lock.internal.client;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.asterism.cluster.MemberId;
import org.asterism.lock.internal.cbor.AcquireAnswer;
import org.asterism.lock.internal.cbor.AcquireRequest;
import org.asterism.lock.internal.cbor.DeclareRequest;
import org.asterism.lock.internal.cbor.LeaseAnswer;
import org.asterism.lock.internal.cbor.LockCodec;
import org.asterism.lock.internal.cbor.LockMessage;
import org.asterism.lock.internal.cbor.ReleaseNotice;
import org.asterism.lock.internal.cbor.RenewRequest;
import org.asterism.lock.internal.cbor.Topics;
import org.asterism.messaging.MessageService;
import org.asterism.messaging.MessagingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What can be said to the lock server. */
final class LockServerCalls {

    private static final Logger LOG = LoggerFactory.getLogger(LockServerCalls.class);

    private final MessageService messages;
    private final LockCodec codec = new LockCodec();
    private final Duration answer;

    /** @param answer how long to wait for an answer that should come at once */
    LockServerCalls(MessageService messages, Duration answer) {
        this.messages = messages;
        this.answer = answer;
    }

    /** The server answers when the request is decided. */
    CompletionStage<AcquireAnswer> acquire(AcquireRequest request) {
        Duration patience = Duration.ofMillis(request.patienceMillis()).plus(answer);
        return messages.request(MemberId.HUB, Topics.ACQUIRE, codec.encode(request), patience)
                .thenApply(codec::answer);
    }

    LeaseAnswer declare(DeclareRequest request) throws NoAnswerException, InterruptedException {
        return ask(Topics.DECLARE, request);
    }

    LeaseAnswer renew(RenewRequest request) throws NoAnswerException, InterruptedException {
        return ask(Topics.RENEW, request);
    }

    /** One way: if it gets lost, the next sign of life or the end of the lease has the same effect. */
    void release(Set<Long> requests) {
        try {
            messages.tell(MemberId.HUB, Topics.ACQUIRE, codec.encode(new ReleaseNotice(List.copyOf(requests))));
        } catch (MessagingException e) {
            LOG.debug("the release of {} could not be sent", requests, e);
        }
    }

    private LeaseAnswer ask(String topic, LockMessage request) throws NoAnswerException, InterruptedException {
        try {
            byte[] bytes = messages.request(MemberId.HUB, topic, codec.encode(request), answer)
                    .toCompletableFuture()
                    .get(answer.multipliedBy(2).toMillis(), TimeUnit.MILLISECONDS);
            return codec.decode(bytes, LeaseAnswer.class);
        } catch (ExecutionException | TimeoutException | IllegalArgumentException e) {
            throw new NoAnswerException(topic, e);
        }
    }

    /** The server could not be asked or did not answer. */
    static final class NoAnswerException extends Exception {

        private static final long serialVersionUID = 1L;

        NoAnswerException(String topic, Throwable cause) {
            super("no answer to " + topic + ": " + cause.getMessage(), cause);
        }
    }
}
