package org.asterism.protocol.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What has arrived of one stream and is not yet read. One thread puts in, another reads. A piece is answered when its last
 * byte has been read, the end when the stream is {@link #accept accepted}; after a failure everything is answered by that.
 */
final class IncomingStream extends InputStream {

    private static final byte[] TAKEN = {};

    private final int window;
    private final SenderCheck sender;
    private final long checkNanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final CompletableFuture<byte[]> accepted = new CompletableFuture<>();
    /** What is to be answered as soon as the lock is free: whoever hears that must not meet it. */
    private final List<Runnable> answers = new ArrayList<>();

    private int nextNumber;
    private long received;
    private boolean ended;
    private String failure = "";

    /** Looks whether the sender still sends. */
    @FunctionalInterface
    interface SenderCheck {

        /** @throws IOException if it does not */
        void check() throws IOException;
    }

    private static final class Waiting {
        private final byte[] content;
        private final CompletableFuture<byte[]> answer = new CompletableFuture<>();
        private int position;

        Waiting(byte[] content) {
            this.content = content;
        }
    }

    /** @param checkNanos how long nothing may arrive before the sender is looked after */
    IncomingStream(int window, SenderCheck sender, long checkNanos) {
        this.window = window;
        this.sender = sender;
        this.checkNanos = checkNanos;
    }

    CompletableFuture<byte[]> put(BulkPart.Piece piece) {
        lock.lock();
        try {
            if (failure.isEmpty() && (piece.number() != nextNumber || ended || waiting.size() >= window)) {
                failAll("piece " + piece.number() + " does not belong here");
            }
            if (!failure.isEmpty()) {
                return failed();
            }
            nextNumber++;
            received += piece.content().length;
            Waiting next = new Waiting(piece.content());
            waiting.add(next);
            changed.signalAll();
            return next.answer;
        } finally {
            unlock();
        }
    }

    CompletableFuture<byte[]> end(long length) {
        lock.lock();
        try {
            if (failure.isEmpty() && (ended || length != received)) {
                failAll(received + " bytes arrived of " + length);
            }
            if (!failure.isEmpty()) {
                return failed();
            }
            ended = true;
            changed.signalAll();
            return accepted;
        } finally {
            unlock();
        }
    }

    /** Nothing more comes, or is wanted; only the first reason counts. */
    void fail(String reason) {
        lock.lock();
        try {
            if (failure.isEmpty()) {
                failAll(reason);
            }
        } finally {
            unlock();
        }
    }

    /** The receiver has everything. */
    void accept() {
        accepted.complete(TAKEN);
    }

    /** Why it failed; empty if it has not. */
    String failure() {
        lock.lock();
        try {
            return failure;
        } finally {
            unlock();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        lock.lock();
        try {
            while (waiting.isEmpty()) {
                requireNotFailed();
                if (ended) {
                    return -1;
                }
                await();
            }
            requireNotFailed();
            return take(waiting.getFirst(), target, offset, length);
        } finally {
            unlock();
        }
    }

    @Override
    public int available() {
        lock.lock();
        try {
            return waiting.isEmpty() ? 0 : waiting.getFirst().content.length - waiting.getFirst().position;
        } finally {
            unlock();
        }
    }

    private int take(Waiting first, byte[] target, int offset, int length) {
        int count = Math.min(length, first.content.length - first.position);
        System.arraycopy(first.content, first.position, target, offset, count);
        first.position += count;
        if (first.position == first.content.length) {
            waiting.removeFirst();
            answers.add(() -> first.answer.complete(TAKEN));
        }
        return count;
    }

    private void requireNotFailed() throws IOException {
        if (!failure.isEmpty()) {
            throw new IOException(failure);
        }
    }

    private void await() throws IOException {
        try {
            long left = checkNanos;
            while (hasNothing() && left > 0) {
                left = changed.awaitNanos(left);
            }
            if (hasNothing()) {
                check();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the content", e);
        }
    }

    private boolean hasNothing() {
        return waiting.isEmpty() && failure.isEmpty() && !ended;
    }

    /** Not under the lock, because it takes its time. */
    private void check() throws IOException {
        lock.unlock();
        try {
            sender.check();
        } finally {
            lock.lock();
        }
    }

    private void unlock() {
        List<Runnable> now = List.copyOf(answers);
        answers.clear();
        lock.unlock();
        now.forEach(Runnable::run);
    }

    private void failAll(String reason) {
        failure = reason;
        IOException cause = new IOException(reason);
        waiting.forEach(piece -> answers.add(() -> piece.answer.completeExceptionally(cause)));
        waiting.clear();
        answers.add(() -> accepted.completeExceptionally(cause));
        changed.signalAll();
    }

    private CompletableFuture<byte[]> failed() {
        return CompletableFuture.failedFuture(new IOException(failure));
    }
}
