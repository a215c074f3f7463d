package org.asterism.console.internal.http;

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
import org.asterism.console.internal.LatestSlot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the newest picture to one browser whenever it can take it; no thread waits for it. */
final class PictureStream implements WriteListener, AsyncListener {

    private static final Logger LOG = LoggerFactory.getLogger(PictureStream.class);

    private final LatestSlot slot = new LatestSlot();
    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Executor executor;
    private final Consumer<PictureStream> whenOver;
    private final AtomicBoolean over = new AtomicBoolean();
    private boolean unsent;

    PictureStream(AsyncContext context, Executor executor, Consumer<PictureStream> whenOver) throws IOException {
        this.context = context;
        this.out = context.getResponse().getOutputStream();
        this.executor = executor;
        this.whenOver = whenOver;
    }

    void start() {
        context.addListener(this);
        out.setWriteListener(this);
    }

    void offer(byte[] picture) {
        if (slot.offer(picture)) {
            try {
                executor.execute(this::write);
            } catch (RejectedExecutionException closing) {
                end();
            }
        }
    }

    @Override
    public void onWritePossible() {
        write();
    }

    private void write() {
        try {
            while (out.isReady()) {
                Optional<byte[]> next = slot.take();
                if (next.isPresent()) {
                    out.write(next.get());
                    unsent = true;
                } else if (unsent) {
                    unsent = false;
                    out.flush();
                } else if (slot.rest()) {
                    return;
                }
            }
        } catch (IOException | IllegalStateException e) {
            onError(e);
        }
    }

    void end() {
        slot.close();
        whenOver.accept(this);
        if (over.compareAndSet(false, true)) {
            try {
                context.complete();
            } catch (IllegalStateException e) {
                LOG.debug("The request has ended already", e);
            }
        }
    }

    @Override
    public void onError(Throwable cause) {
        LOG.debug("A page is gone", cause);
        end();
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
