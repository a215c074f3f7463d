package org.asterism.protocol.bulk;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.asterism.messaging.BulkService;
import org.asterism.messaging.MessageService;

/** The bulk streams of a member and their threads: one for each stream, of which there is a bounded number. */
public final class BulkStreams implements AutoCloseable {

    private final AtomicInteger threads = new AtomicInteger();
    private final ExecutorService executor = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "asterism-bulk-" + threads.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    });
    private final BulkTransfer transfer;

    public BulkStreams(MessageService messages) {
        this.transfer = new BulkTransfer(messages, executor, BulkSettings.DEFAULT);
    }

    public BulkService service() {
        return transfer;
    }

    /** Streams that are under way fail. */
    @Override
    public void close() {
        transfer.close();
        executor.shutdownNow();
    }
}
