package org.asterism.lock.internal.client;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.asterism.cluster.MemberId;
import org.asterism.lock.LockUnavailableException;
import org.asterism.lock.internal.cbor.AcquireAnswer;
import org.asterism.lock.internal.cbor.AcquireRequest;
import org.asterism.lock.internal.cbor.AdoptRequest;
import org.asterism.lock.internal.cbor.CheckAnswer;
import org.asterism.lock.internal.cbor.CheckRequest;
import org.asterism.lock.internal.cbor.DeclareRequest;
import org.asterism.lock.internal.cbor.LeaseAnswer;
import org.asterism.lock.internal.cbor.LockCodec;
import org.asterism.lock.internal.cbor.LockMessage;
import org.asterism.lock.internal.cbor.MoveAnswer;
import org.asterism.lock.internal.cbor.MoveRequest;
import org.asterism.lock.internal.cbor.PromoteRequest;
import org.asterism.lock.internal.cbor.ReleaseNotice;
import org.asterism.lock.internal.cbor.RenewRequest;
import org.asterism.lock.internal.cbor.Topics;
import org.asterism.messaging.MessageService;
import org.asterism.messaging.MessagingException;
import org.asterism.messaging.Serving;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What can be said to the lock server. Answers come on the link's thread, in the order in which the server sent them. */
final class LockServerCalls {

    private static final Logger LOG = LoggerFactory.getLogger(LockServerCalls.class);
    /** The longest wait for one answer: then it is asked again, should the answer have got lost. */
    private static final long MAX_WAIT_MILLIS = 30_000;

    private final MessageService messages;
    private final LockCodec codec = new LockCodec();
    private final Duration answer;

    /** @param answer how long to wait for an answer that should come at once */
    LockServerCalls(MessageService messages, Duration answer) {
        this.messages = messages;
        this.answer = answer;
    }

    /** Answered when the request is decided. */
    CompletionStage<AcquireAnswer> acquire(AcquireRequest request) {
        return ask(Topics.ACQUIRE, request, patience(request.patienceMillis())).thenApply(codec::answer);
    }

    /** Answered when the request is decided. */
    CompletionStage<AcquireAnswer> promote(PromoteRequest request) {
        return ask(Topics.PROMOTE, request, patience(request.patienceMillis())).thenApply(codec::answer);
    }

    /** @throws LockUnavailableException if there is no answer */
    boolean check(CheckRequest request) throws InterruptedException {
        return codec.decode(call(Topics.CHECK, request), CheckAnswer.class).free();
    }

    private byte[] call(String topic, LockMessage request) throws InterruptedException {
        try {
            return messages.call(MemberId.HUB, topic, codec.encode(request), answer);
        } catch (MessagingException e) {
            throw new LockUnavailableException("there is no lock server to ask: " + e.getMessage());
        }
    }

    /** Answered at once. */
    CompletionStage<AcquireAnswer> adopt(AdoptRequest request) {
        return ask(Topics.ADOPT, request, answer).thenApply(codec::answer);
    }

    /** @throws LockUnavailableException if there is no answer */
    MoveAnswer fetch(MoveRequest request) throws InterruptedException {
        return codec.decode(call(Topics.FETCH, request), MoveAnswer.class);
    }

    CompletionStage<MoveAnswer> discard(MoveRequest request) {
        return ask(Topics.DISCARD, request, answer).thenApply(bytes -> codec.decode(bytes, MoveAnswer.class));
    }

    CompletionStage<LeaseAnswer> declare(DeclareRequest request) {
        return ask(Topics.DECLARE, request, answer).thenApply(bytes -> codec.decode(bytes, LeaseAnswer.class));
    }

    CompletionStage<LeaseAnswer> renew(RenewRequest request) {
        return ask(Topics.RENEW, request, answer).thenApply(bytes -> codec.decode(bytes, LeaseAnswer.class));
    }

    /** One way: if it gets lost, the next sign of life or the end of the lease has the same effect. */
    void release(List<Long> requests) {
        for (int from = 0; from < requests.size(); from += ReleaseNotice.MAX_REQUESTS) {
            int to = Math.min(requests.size(), from + ReleaseNotice.MAX_REQUESTS);
            releaseSome(requests.subList(from, to));
        }
    }

    private void releaseSome(List<Long> requests) {
        try {
            messages.tell(MemberId.HUB, Topics.ACQUIRE, codec.encode(new ReleaseNotice(requests)));
        } catch (MessagingException e) {
            LOG.debug("the release of {} could not be sent", requests, e);
        }
    }

    private Duration patience(long millis) {
        return answer.plusMillis(Math.min(millis, MAX_WAIT_MILLIS));
    }

    private CompletionStage<byte[]> ask(String topic, LockMessage request, Duration timeout) {
        return messages.request(MemberId.HUB, topic, codec.encode(request), timeout, Serving.DIRECT);
    }
}
