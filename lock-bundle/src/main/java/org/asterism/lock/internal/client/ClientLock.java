package org.asterism.lock.internal.client;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockLoss;
import org.asterism.lock.LockMode;
import org.asterism.lock.internal.cbor.DeclareRequest;

/** A lock that this member holds. Once it is over it stays over. */
final class ClientLock implements HeldLock {

    private final DeclareRequest.Lock granted;
    private final BooleanSupplier leased;
    private final Consumer<ClientLock> release;
    private volatile boolean over;

    ClientLock(DeclareRequest.Lock granted, BooleanSupplier leased, Consumer<ClientLock> release) {
        this.granted = granted;
        this.leased = leased;
        this.release = release;
    }

    DeclareRequest.Lock granted() {
        return granted;
    }

    @Override
    public LockKey key() {
        return granted.key();
    }

    @Override
    public LockMode mode() {
        return granted.mode();
    }

    @Override
    public long fencingToken() {
        return granted.token();
    }

    @Override
    public boolean isValid() {
        return !over && leased.getAsBoolean() && !over;
    }

    @Override
    public HeldLock promote(Duration wait) {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public CompletionStage<LockLoss> lost() {
        throw new UnsupportedOperationException("not yet");
    }

    void end() {
        over = true;
    }

    @Override
    public void close() {
        release.accept(this);
    }
}
