package org.asterism.lock.internal.client;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.asterism.lock.internal.cbor.LockCodec;
import org.asterism.lock.internal.cbor.LostNotice;
import org.asterism.lock.internal.cbor.StacksAnswer;
import org.asterism.lock.internal.cbor.StacksRequest;
import org.asterism.lock.internal.cbor.Topics;
import org.asterism.lock.internal.cbor.YieldRequest;
import org.asterism.messaging.Message;
import org.asterism.messaging.MessageService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears what the lock server says by itself: that locks are lost, and the question where threads stand. */
final class ServerNotices implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServerNotices.class);

    private final LockBook book;
    private final MovableBook sessions;
    private final LockCodec codec = new LockCodec();
    private final List<AutoCloseable> ends = new ArrayList<>();

    ServerNotices(LockBook book, MovableBook sessions) {
        this.book = book;
        this.sessions = sessions;
    }

    void begin(MessageService messages) {
        ends.add(messages.listen(Topics.LOST, this::lost));
        ends.add(messages.serve(Topics.STACKS, this::stacks));
        ends.add(messages.serve(Topics.YIELD, this::giveUp));
    }

    private void lost(Message message) {
        codec.decode(message.payload(), LostNotice.class).locks().forEach(book::lost);
    }

    private CompletionStage<byte[]> giveUp(Message message) {
        sessions.giveUp(codec.decode(message.payload(), YieldRequest.class).session());
        return CompletableFuture.completedFuture(new byte[0]);
    }

    private CompletionStage<byte[]> stacks(Message message) {
        List<List<String>> stacks = codec.decode(message.payload(), StacksRequest.class).parties().stream()
                .map(Party::stack)
                .toList();
        return CompletableFuture.completedFuture(codec.encode(new StacksAnswer(stacks)));
    }

    @Override
    public void close() {
        for (AutoCloseable end : ends) {
            try {
                end.close();
            } catch (Exception e) {
                LOG.warn("could not stop listening to the lock server", e);
            }
        }
    }
}
