package org.asterism.protocol.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.asterism.cluster.MemberId;
import org.asterism.messaging.BulkReceiver;
import org.asterism.messaging.BulkService;
import org.asterism.messaging.HubUnavailableException;
import org.asterism.messaging.Message;
import org.asterism.messaging.MessageService;
import org.asterism.messaging.MessagingException;
import org.asterism.messaging.Serving;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Streams over messages. Thread-safe; a member has one.
 *
 * <ol>
 *   <li>On each side a stream takes the memory of as many pieces as the window has, however long it is.
 *   <li>A stream whose sender or receiver is lost, or whose link breaks, fails on both sides; it is never sent again.
 *   <li>The receiver sees the end of the content only if all of it has arrived.
 *   <li>Streams past the bound are refused at once.
 * </ol>
 */
public final class BulkTransfer implements BulkService, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BulkTransfer.class);
    private static final String TOPIC = "asterism.bulk.to.";
    private static final String ALIVE = "asterism.bulk.alive";
    private static final Duration CHECK = Duration.ofSeconds(1);
    private static final Duration ANSWER = Duration.ofSeconds(3);
    private static final byte[] YES = {1};
    private static final byte[] NO = {0};

    private final MessageService messages;
    private final Executor executor;
    private final BulkSettings settings;
    private final Semaphore outgoing;
    private final AtomicLong numbers = new AtomicLong(new Random().nextLong());
    private final Set<Long> sending = ConcurrentHashMap.newKeySet();
    private final Incoming incoming;
    private final AutoCloseable alive;

    /** @param executor runs one task for each stream, which waits most of its time; it ends them by interrupting */
    public BulkTransfer(MessageService messages, Executor executor, BulkSettings settings) {
        this.messages = messages;
        this.executor = executor;
        this.settings = settings;
        this.outgoing = new Semaphore(settings.maxOutgoing());
        this.incoming = new Incoming(settings.maxIncoming());
        this.alive = messages.serve(ALIVE, this::isAlive, Serving.DIRECT);
    }

    @Override
    public CompletionStage<Long> send(MemberId to, String topic, InputStream content, Duration stall) {
        long number = numbers.incrementAndGet();
        OutgoingStream.Route route = new OutgoingStream.Route(to, TOPIC + topic, stall);
        OutgoingStream stream = new OutgoingStream(number, messages, route, content, settings);
        if (!outgoing.tryAcquire()) {
            return refused(stream, content, settings.maxOutgoing() + " streams are being sent already");
        }
        sending.add(number);
        try {
            executor.execute(stream);
        } catch (RejectedExecutionException e) {
            LOG.debug("{} is refused", stream, e);
            ended(number);
            return refused(stream, content, "the member ends");
        }
        return stream.result().whenComplete((length, failure) -> ended(number)).copy();
    }

    @Override
    public AutoCloseable receive(String topic, BulkReceiver receiver) {
        Reception reception = new Reception(receiver, executor, incoming);
        AutoCloseable service = messages.serve(TOPIC + topic, reception);
        return () -> {
            service.close();
            reception.failAll("nobody receives '" + topic + "' any more");
        };
    }

    /** Streams that are under way come to their end; nobody can see any more that this member sends them. */
    @Override
    public void close() {
        try {
            alive.close();
        } catch (Exception e) {
            LOG.warn("The service {} could not be ended", ALIVE, e);
        }
    }

    private void ended(long number) {
        sending.remove(number);
        outgoing.release();
    }

    private static CompletionStage<Long> refused(OutgoingStream stream, InputStream content, String reason) {
        try {
            content.close();
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
        return CompletableFuture.failedFuture(new HubUnavailableException(stream + ": " + reason));
    }

    private CompletionStage<byte[]> isAlive(Message question) {
        long number = ByteBuffer.wrap(question.payload()).getLong();
        return CompletableFuture.completedFuture(sending.contains(number) ? YES : NO);
    }

    private void requireAlive(MemberId sender, long stream) throws IOException {
        byte[] question = ByteBuffer.allocate(Long.BYTES).putLong(stream).array();
        try {
            if (messages.call(sender, ALIVE, question, ANSWER)[0] != YES[0]) {
                throw new IOException(sender + " sends no more of this stream");
            }
        } catch (MessagingException e) {
            throw new IOException("the sender is lost: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the content", e);
        }
    }

    private final class Incoming implements Reception.Streams {

        private final Semaphore room;

        Incoming(int max) {
            this.room = new Semaphore(max);
        }

        @Override
        public IncomingStream begin(MemberId sender, long stream) {
            if (!room.tryAcquire()) {
                throw new RejectedExecutionException(settings.maxIncoming() + " streams are being received already");
            }
            return new IncomingStream(settings.window(), () -> requireAlive(sender, stream), CHECK.toNanos());
        }

        @Override
        public void ended() {
            room.release();
        }
    }
}
