package org.asterism.remote.internal.osgi;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;
import org.osgi.util.promise.Promises;

/** The catalogue where it is at home. What waits, waits for {@link #released}. */
final class LocalCatalogue implements Catalogue {

    final CountDownLatch released = new CountDownLatch(1);
    final AtomicInteger calls = new AtomicInteger();
    final AtomicReference<Catalogue> other = new AtomicReference<>();
    final Deferred<String> promise = new Deferred<>();
    final FutureTask<String> task = new FutureTask<>(() -> "done");

    @Override
    public Promise<String> promised(String text) {
        return text.isEmpty()
                ? Promises.failed(new IllegalArgumentException("empty"))
                : promise.getPromise().map(word -> word + " " + text);
    }

    @Override
    public Future<String> slow() {
        return task;
    }

    @Override
    public CompletableFuture<String> relayed() {
        return CompletableFuture.supplyAsync(this::waited);
    }

    @Override
    public String relay() {
        try {
            return other.get().relayed().get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e.toString(), e);
        }
    }

    @Override
    public String look() {
        return calls.incrementAndGet() == 1 ? waited() : "looked";
    }

    @Override
    public CompletableFuture<String> lookLater() {
        return calls.incrementAndGet() == 1
                ? new CompletableFuture<>()
                : CompletableFuture.completedFuture("looked later");
    }

    @Override
    public String buy() {
        calls.incrementAndGet();
        return waited();
    }

    @Override
    public String threadName() {
        return Thread.currentThread().getName();
    }

    private String waited() {
        try {
            if (!released.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the test did not release its service");
            }
            return "waited";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
