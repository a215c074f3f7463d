package org.asterism.messaging;

import java.time.Duration;
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
 *   <li>Nothing here blocks.
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
    AutoCloseable serve(String topic, RequestHandler handler);
}
