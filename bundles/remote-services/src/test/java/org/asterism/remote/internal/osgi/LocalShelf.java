package org.asterism.remote.internal.osgi;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.asterism.cluster.MemberId;
import org.osgi.framework.Version;

/** The service of the tests where it is at home. */
final class LocalShelf implements Shelf {

    final CountDownLatch blocked = new CountDownLatch(1);
    final CountDownLatch released = new CountDownLatch(1);
    final AtomicInteger blockCalls = new AtomicInteger();
    final CompletableFuture<String> promised = new CompletableFuture<>();
    volatile String echoThread;

    @Override
    public List<MemberId> sorted(List<MemberId> ids) {
        return ids.stream().sorted().toList();
    }

    @Override
    public String threadName() {
        return Thread.currentThread().getName();
    }

    @Override
    public Version next(Version version) {
        return new Version(version.getMajor() + 1, 0, 0);
    }

    @Override
    public int take(int quantity) throws IOException {
        return switch (quantity) {
            case 0 -> throw new IllegalArgumentException("nothing");
            case 1 -> throw new IOException("stuck");
            case 2 -> throw new FileNotFoundException("lost");
            case 3 -> throw new NoSuchElementException("sold out");
            default -> quantity;
        };
    }

    @Override
    public void block() throws InterruptedException {
        blockCalls.incrementAndGet();
        blocked.countDown();
        if (!released.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the test did not release its service");
        }
    }

    @Override
    public int echoSize(byte[] bytes) {
        echoThread = Thread.currentThread().getName();
        return bytes.length;
    }

    @Override
    public byte[] bytes(int size) {
        return new byte[size];
    }

    @Override
    public Object uncarried() {
        List<Object> endless = new ArrayList<>();
        endless.add(endless);
        return endless;
    }

    @Override
    public CompletionStage<String> later(String text) {
        return promised.thenApply(promise -> promise + " " + text);
    }

    @Override
    public CompletableFuture<String> never() {
        return new CompletableFuture<>();
    }

    @Override
    public Future<Integer> failing() {
        return CompletableFuture.failedFuture(new IllegalStateException("broken"));
    }
}
