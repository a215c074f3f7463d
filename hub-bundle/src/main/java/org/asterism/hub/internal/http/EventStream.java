package org.asterism.hub.internal.http;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.servlet.AsyncContext;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what is in a queue to a browser whenever the browser can take it. The writer of the queue is the container's thread
 * after a write that could not be finished at once, and the executor after a rest; neither ever waits.
 */
final class EventStream implements EventFeed.Listener, WriteListener, AsyncListener {

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

    private final EventQueue queue;
    private final Executor executor;
    private final Consumer<EventStream> whenOver;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile AsyncContext context;
    private volatile ServletOutputStream out;
    private boolean unsent;

    EventStream(int capacity, Executor executor, Consumer<EventStream> whenOver) {
        this.queue = new EventQueue(capacity);
        this.executor = executor;
        this.whenOver = whenOver;
    }

    /** Begins to write what is in the queue. */
    void start(AsyncContext asyncContext) throws IOException {
        ServletOutputStream body = asyncContext.getResponse().getOutputStream();
        out = body;
        context = asyncContext;
        asyncContext.addListener(this);
        body.setWriteListener(this);
        if (queue.isOver()) {
            end(); // cut off before there was anything to complete
        }
    }

    @Override
    public EventQueue queue() {
        return queue;
    }

    @Override
    public void wake() {
        try {
            executor.execute(this::write);
        } catch (RejectedExecutionException closing) {
            end();
        }
    }

    @Override
    public void cut(String cause) {
        LOG.info("A listener to the changes of the cluster is cut off: {}", cause);
        end();
    }

    @Override
    public void onWritePossible() {
        write();
    }

    private void write() {
        try {
            while (out.isReady()) {
                Optional<byte[]> next = queue.take();
                if (next.isPresent()) {
                    out.write(next.get());
                    unsent = true;
                } else if (unsent) {
                    unsent = false;
                    out.flush();
                } else if (queue.rest()) {
                    return;
                }
            }
        } catch (IOException | IllegalStateException e) {
            onError(e);
        }
    }

    @Override
    public void onError(Throwable cause) {
        LOG.debug("A listener to the changes of the cluster is gone", cause);
        end();
    }

    private void end() {
        queue.close();
        whenOver.accept(this);
        AsyncContext begun = context;
        if (begun != null && over.compareAndSet(false, true)) {
            try {
                begun.complete();
            } catch (IllegalStateException e) {
                LOG.debug("The request has ended already", e);
            }
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {
        over.set(true);
        end();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end();
    }

    @Override
    public void onError(AsyncEvent event) {
        onError(event.getThrowable());
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}
}
