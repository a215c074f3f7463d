package org.asterism.messaging;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.asterism.cluster.MemberId;

/**
 * Sends messages to other members and hears theirs. Registered for as long as the member runs.
 *
 * <ol>
 *   <li>Messages of one sender to one target arrive in the order sent.
 *   <li>A message that was accepted is delivered to a live receiver also if the hub restarts meanwhile, and never twice to
 *       the same listener.
 *   <li>While the member is islanded, messages are kept up to a bound; past it sending fails at once with
 *       {@link HubUnavailableException}.
 *   <li>Nothing here blocks, except {@link #call}.
 * </ol>
 *
 * Topics are dot-separated names such as {@code shop.stock}.
 */
public interface MessageService {

    /**
     * Sends one way to one member.
     *
     * @throws HubUnavailableException if the member is islanded and its buffer is full
     * @throws MessageTooLargeException if the payload exceeds the configured maximum
     * @throws NoListenerException if there is no such member
     */
    void send(MemberId to, String topic, byte[] payload);

    /**
     * Sends one way to each of several members, the sender included if it is one of them.
     *
     * @throws HubUnavailableException if the member is islanded and its buffer is full
     * @throws MessageTooLargeException if the payload exceeds the configured maximum
     * @throws NoListenerException if there is no such member
     */
    void send(Recipients to, String topic, byte[] payload);

    /**
     * Sends to one of those who listen to the topic, whoever is next (a queue group). It is never sent twice.
     *
     * @return who has it; fails like {@link #requestOne}
     */
    CompletionStage<MemberId> sendToOne(String topic, byte[] payload);

    /**
     * Sends one way to everyone who listens to the topic, the sender's own listeners included.
     *
     * @throws HubUnavailableException if the member is islanded and its buffer is full
     * @throws MessageTooLargeException if the payload exceeds the configured maximum
     */
    void publish(String topic, byte[] payload);

    /**
     * Asks one member. A request is never sent twice. The stage fails with a {@link MessagingException}:
     * {@link NoListenerException} at once if nobody serves the topic there, {@link ListenerDiedException} if the member is
     * lost before it has answered, {@link RequestTimeoutException} after {@code timeout}, {@link HubUnavailableException} if
     * the link is down or breaks before the answer, {@link RequestFailedException} if the handler failed,
     * {@link MessageTooLargeException}. It is completed on a thread of the link: do not block there.
     */
    CompletionStage<byte[]> request(MemberId to, String topic, byte[] payload, Duration timeout);

    /**
     * Like {@link #request(MemberId, String, byte[], Duration)}, on a chosen thread.
     *
     * @param completion where the stage is completed; {@link Serving#DIRECT} is the network thread of the link, in the order in
     *     which everything else arrives there: whatever depends on it must not wait for anything
     */
    default CompletionStage<byte[]> request(
            MemberId to, String topic, byte[] payload, Duration timeout, Serving completion) {
        return request(to, topic, payload, timeout);
    }

    /**
     * Sends what the handler of the topic takes without anyone waiting for an answer: at most once, never kept, in order with the
     * requests to the same member.
     *
     * @throws HubUnavailableException if the link is down or takes nothing more
     * @throws MessageTooLargeException if the payload exceeds the configured maximum
     */
    default void tell(MemberId to, String topic, byte[] payload) {
        CompletionStage<byte[]> unused = request(to, topic, payload, Duration.ofSeconds(1));
    }

    /** Asks one of the members that serve the topic, whoever is next; otherwise like {@link #request}. */
    CompletionStage<byte[]> requestOne(String topic, byte[] payload, Duration timeout);

    /**
     * Asks each of several members, as this member's view has them now. The stage never fails: it is completed when everyone
     * has answered or failed, at the time-out at the latest.
     *
     * @return by member; empty if there is no such member
     */
    CompletionStage<Map<MemberId, Answer>> requestAll(Recipients to, String topic, byte[] payload, Duration timeout);

    /**
     * Like {@link #request}, but waits for the answer on the calling thread.
     *
     * @throws MessagingException as the stage of {@link #request} fails
     */
    byte[] call(MemberId to, String topic, byte[] payload, Duration timeout) throws InterruptedException;

    /** Completed as soon as there is room for more one-way messages; for senders that would rather wait than fail. */
    CompletionStage<Void> room();

    /**
     * Listens to one-way messages that are sent to this member or published.
     *
     * @param pattern a topic; {@code *} stands for one part, {@code #} at the end for any number of parts
     * @return ends the listening
     */
    AutoCloseable listen(String pattern, MessageListener listener);

    /**
     * Answers the requests that are sent to this member on one topic.
     *
     * @throws IllegalStateException if the topic is already served here
     * @return ends the service
     */
    default AutoCloseable serve(String topic, RequestHandler handler) {
        return serve(topic, handler, Serving.QUEUED);
    }

    /** Like {@link #serve(String, RequestHandler)}, on a chosen thread. */
    AutoCloseable serve(String topic, RequestHandler handler, Serving serving);
}
