package org.asterism.protocol.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.asterism.cluster.MemberId;
import org.asterism.messaging.HubUnavailableException;
import org.asterism.messaging.MessageService;
import org.asterism.messaging.MessagingException;
import org.asterism.messaging.RequestTimeoutException;

/** Sends one stream on the thread that runs it: reads a piece, waits until one of the window is free, and sends it. */
final class OutgoingStream implements Runnable {

    private static final Duration GRACE = Duration.ofSeconds(1);

    private final long number;
    private final MessageService messages;
    private final Route route;
    private final InputStream content;
    private final BulkSettings settings;
    private final Semaphore free;
    private final CompletableFuture<Long> result = new CompletableFuture<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    /**
     * Where it goes.
     *
     * @param topic of the requests
     * @param stall how long the receiver may take for each piece
     */
    record Route(MemberId to, String topic, Duration stall) {}

    OutgoingStream(long number, MessageService messages, Route route, InputStream content, BulkSettings settings) {
        this.number = number;
        this.messages = messages;
        this.route = route;
        this.content = content;
        this.settings = settings;
        this.free = new Semaphore(settings.window());
    }

    /** The number of bytes, once the receiver has them. */
    CompletableFuture<Long> result() {
        return result;
    }

    @Override
    public void run() {
        try (InputStream in = content) {
            await(ask(new BulkPart.Open(number)));
            long length = sendAll(in);
            await(ask(new BulkPart.End(number, length)));
            result.complete(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            giveUp(new HubUnavailableException(this + ": interrupted, the member ends"));
        } catch (IOException | RuntimeException e) {
            giveUp(e);
        }
    }

    private long sendAll(InputStream in) throws IOException, InterruptedException {
        long length = 0;
        int next = 0;
        for (byte[] piece = read(in); piece.length > 0; piece = read(in)) {
            awaitFree();
            var unused = ask(new BulkPart.Piece(number, next, piece)).whenComplete((taken, failed) -> answered(failed));
            length += piece.length;
            next++;
        }
        for (int taken = 0; taken < settings.window(); taken++) {
            awaitFree();
        }
        return length;
    }

    private byte[] read(InputStream in) throws IOException {
        return in.readNBytes(settings.pieceBytes());
    }

    private CompletableFuture<byte[]> ask(BulkPart part) {
        Duration all = route.stall().multipliedBy(settings.window()); // those before it have their time too
        return messages.request(route.to(), route.topic(), part.encoded(), all.plus(GRACE))
                .toCompletableFuture();
    }

    private void answered(Throwable failed) {
        if (failed != null) {
            failure.compareAndSet(null, failed instanceof CompletionException ? failed.getCause() : failed);
        }
        free.release();
    }

    private void awaitFree() throws InterruptedException {
        boolean inTime = free.tryAcquire(route.stall().toNanos(), TimeUnit.NANOSECONDS);
        Throwable failed = failure.get();
        if (failed != null) {
            throw known(failed);
        }
        if (!inTime) {
            throw stalled();
        }
    }

    private void await(CompletableFuture<byte[]> answer) throws InterruptedException {
        try {
            answer.get(route.stall().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw known(e.getCause());
        } catch (TimeoutException e) {
            throw stalled();
        }
    }

    private RequestTimeoutException stalled() {
        return new RequestTimeoutException(this + ": nothing taken for " + route.stall());
    }

    private RuntimeException known(Throwable failed) {
        return failed instanceof MessagingException known ? known : new IllegalStateException(this + " failed", failed);
    }

    private void giveUp(Exception cause) {
        if (result.completeExceptionally(cause)) {
            var unused = ask(new BulkPart.Abort(number, String.valueOf(cause.getMessage())));
        }
    }

    @Override
    public String toString() {
        return "stream '" + route.topic() + "' to " + route.to();
    }
}
