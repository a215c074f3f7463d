package org.asterism.lock.internal.client;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockLoss;
import org.asterism.lock.LockLoss.Cause;
import org.asterism.lock.LockLostException;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockRequest;
import org.asterism.lock.internal.cbor.DeclareRequest;

/** A lock that this member holds. Once it is over it stays over. Small, because there may be many. */
final class ClientLock implements HeldLock, Wanted {

    private static final AtomicReferenceFieldUpdater<ClientLock, State> STATE =
            AtomicReferenceFieldUpdater.newUpdater(ClientLock.class, State.class, "state");

    private final ClientSession session;
    private final String party;
    private final LockRequest what;
    private final long number;
    private final long token;
    private volatile State state = State.HELD;
    /** Made when someone asks for it. */
    private CompletableFuture<LockLoss> loss;

    private enum State {
        HELD,
        /** By its owner: released, or replaced by the promoted one. */
        ENDED,
        LOST
    }

    ClientLock(ClientSession session, String party, LockRequest what, long number, long token) {
        this.session = session;
        this.party = party;
        this.what = what;
        this.number = number;
        this.token = token;
    }

    long number() {
        return number;
    }

    DeclareRequest.Lock declared() {
        return new DeclareRequest.Lock(number, session.id(), party, what.key(), what.mode(), token);
    }

    @Override
    public LockKey key() {
        return what.key();
    }

    @Override
    public LockMode mode() {
        return what.mode();
    }

    @Override
    public long fencingToken() {
        return token;
    }

    @Override
    public boolean isValid() {
        return state == State.HELD && session.connection().book().leased() && state == State.HELD;
    }

    @Override
    public HeldLock promote(Duration wait) throws InterruptedException {
        if (mode() != LockMode.OPTIMISTIC) {
            throw new IllegalStateException("only an optimistic lock is promoted, not " + this);
        }
        if (!isValid()) {
            throw new LockLostException(this + " is not held any more");
        }
        return session.promote(this, wait);
    }

    /** The promoted one is held instead. */
    void replaced() {
        boolean unused = end();
    }

    /** It is taken from its owner; false if it is over already. */
    boolean lose() {
        boolean lost = STATE.compareAndSet(this, State.HELD, State.LOST);
        session.ended(this);
        return lost;
    }

    LockLoss loss(Cause cause, String reason) {
        return new LockLoss(key(), mode(), session.id(), token, cause, reason);
    }

    void tell(LockLoss loss) {
        future().complete(loss);
    }

    @Override
    public CompletionStage<LockLoss> lost() {
        return future().minimalCompletionStage();
    }

    private synchronized CompletableFuture<LockLoss> future() {
        if (loss == null) {
            loss = new CompletableFuture<>();
        }
        return loss;
    }

    @Override
    public void close() {
        if (end()) {
            session.connection().server().release(List.of(number));
        }
    }

    /** Nobody here has it any more, and the server is not told: another member may take it over. */
    void leave() {
        boolean unused = end();
    }

    private boolean end() {
        boolean ended = STATE.compareAndSet(this, State.HELD, State.ENDED);
        if (ended) {
            session.connection().book().forget(number);
        }
        session.ended(this);
        return ended;
    }

    @Override
    public String toString() {
        return mode() + " " + key() + " #" + token;
    }
}
