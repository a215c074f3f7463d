package org.asterism.itests.fence;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import javax.transaction.RollbackException;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockService;
import org.asterism.lock.StaleLockException;
import org.asterism.persistence.internal.jdbc.FenceTable;
import org.asterism.persistence.internal.jta.JtaFence;

/** Takes a lock and writes under it, in one transaction in which it can be held up: after the lock was found valid. */
final class Writer {

    static final LockKey KEY = LockKey.of("itests", "account", "stale");
    static final String AT_THE_FENCE = "at the fence";
    static final String COMMITTED = "committed";
    static final String STALE = "stale, and the commit fails";

    private static final String WORKING = "working";
    private static final Duration WAIT = Duration.ofSeconds(25);

    private final LockService locks;
    private final String name;
    private final SharedDatabase database;
    private final JtaFence fence;
    private final Gate gate = new Gate();
    private final AtomicReference<String> outcome = new AtomicReference<>(WORKING);
    private HeldLock lock;

    Writer(LockService locks, String name, SharedDatabase database) {
        this.locks = locks;
        this.name = name;
        this.database = database;
        this.fence = new JtaFence(
                gate.before(database.source), database.transactions, new FenceTable(Duration.ofSeconds(10)));
    }

    String answer(String question) throws InterruptedException {
        switch (question) {
            case "lock" -> {
                lock = locks.acquire(KEY, LockMode.EXCLUSIVE, WAIT);
                return Long.toString(lock.fencingToken());
            }
            case "write" -> new Thread(this::write, "writer").start();
            case "go on" -> gate.open();
            case "state" -> {
                String ended = outcome.get();
                return ended.equals(WORKING) && gate.isReached() ? AT_THE_FENCE : ended;
            }
            case "valid" -> {
                return Boolean.toString(lock.isValid());
            }
            default -> throw new IllegalArgumentException(question);
        }
        return "yes";
    }

    private void write() {
        try {
            outcome.set(inTransaction());
        } catch (Exception e) {
            outcome.set("failed: " + e);
        }
    }

    private String inTransaction() throws Exception {
        database.transactions.begin();
        database.insert(name, "before the fence", lock.fencingToken());
        boolean stale = false;
        try {
            fence.advance(lock);
            database.insert(name, "behind the fence", lock.fencingToken());
        } catch (StaleLockException e) {
            stale = true; // goes on nevertheless
        }
        try {
            database.transactions.commit();
            return stale ? "stale, and " + COMMITTED : COMMITTED;
        } catch (RollbackException e) {
            return stale ? STALE : "failed: " + e;
        }
    }
}
