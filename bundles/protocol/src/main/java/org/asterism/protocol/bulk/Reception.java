package org.asterism.protocol.bulk;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.asterism.cluster.MemberId;
import org.asterism.messaging.BulkReceiver;
import org.asterism.messaging.Message;
import org.asterism.messaging.RequestHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The streams that come in on one topic. Requests are handled without waiting; each stream is read on a thread of its own. */
final class Reception implements RequestHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
    private static final byte[] DONE = {};
    private static final int REMEMBERED = 64;

    private final BulkReceiver receiver;
    private final Executor executor;
    private final Streams streams;
    private final Map<Key, IncomingStream> open = new LinkedHashMap<>();
    private final Map<Key, String> failures = new LinkedHashMap<>();

    /** A stream of one life of a member. */
    private record Key(MemberId sender, String incarnation, long stream) {}

    /** What all topics share: makes streams as long as there is room. */
    interface Streams {

        /** @throws RejectedExecutionException if there are too many */
        IncomingStream begin(MemberId sender, long stream);

        void ended();
    }

    Reception(BulkReceiver receiver, Executor executor, Streams streams) {
        this.receiver = receiver;
        this.executor = executor;
        this.streams = streams;
    }

    @Override
    public CompletionStage<byte[]> handle(Message request) {
        BulkPart part = BulkPart.of(request.payload());
        Key key = new Key(request.sender(), request.incarnation(), part.stream());
        if (part instanceof BulkPart.Open) {
            return begin(key);
        }
        IncomingStream stream = find(key);
        if (stream == null) {
            return CompletableFuture.failedFuture(new IOException(formerFailure(key)));
        }
        if (part instanceof BulkPart.Piece piece) {
            return stream.put(piece);
        }
        if (part instanceof BulkPart.End end) {
            return stream.end(end.length());
        }
        stream.fail("the sender gave up: " + ((BulkPart.Abort) part).reason());
        return CompletableFuture.completedFuture(DONE);
    }

    /** Whoever still reads fails. */
    synchronized void failAll(String reason) {
        open.values().forEach(stream -> stream.fail(reason));
    }

    private CompletionStage<byte[]> begin(Key key) {
        IncomingStream stream = streams.begin(key.sender(), key.stream());
        synchronized (this) {
            open.put(key, stream);
        }
        try {
            executor.execute(() -> receive(key, stream));
            return CompletableFuture.completedFuture(DONE);
        } catch (RejectedExecutionException e) {
            end(key, stream);
            return CompletableFuture.failedFuture(new RejectedExecutionException("nothing is received any more", e));
        }
    }

    private void receive(Key key, IncomingStream stream) {
        try {
            receiver.receive(key.sender(), stream);
            if (stream.read() < 0) {
                stream.accept();
            } else {
                stream.fail("the receiver stopped before the end of the content");
            }
        } catch (IOException e) {
            LOG.debug("A stream of {} ended early", key.sender(), e);
            stream.fail(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.warn("The receiver of a stream of {} failed", key.sender(), e);
            stream.fail(e.toString());
        } finally {
            end(key, stream);
        }
    }

    private synchronized void end(Key key, IncomingStream stream) {
        open.remove(key);
        if (!stream.failure().isEmpty()) {
            failures.put(key, stream.failure());
            if (failures.size() > REMEMBERED) {
                failures.remove(failures.keySet().iterator().next());
            }
        }
        streams.ended();
    }

    private synchronized IncomingStream find(Key key) {
        return open.get(key);
    }

    /** For what was on its way when the stream failed. */
    private synchronized String formerFailure(Key key) {
        return failures.getOrDefault(key, "there is no such stream");
    }
}
