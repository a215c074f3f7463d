package org.asterism.persistence.internal.jta;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.asterism.lock.FenceUnavailableException;
import org.asterism.lock.LockException;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockTimeoutException;
import org.asterism.lock.StaleLockException;
import org.asterism.persistence.internal.jdbc.FenceSweep;

/**
 * Many who all believe that they hold the lock, with tokens in any order: each reads an amount and writes one more. Whatever they
 * do, no amount may be lost, and those who succeed must have come in the order of their tokens.
 */
final class FenceRaces {

    private static final int THREADS = 8;
    private static final int KEYS = 12;
    private static final int MAX_PAUSE_NANOS = 500_000;

    private final Database database;
    private final JtaFence fence;
    private final long seed;
    private final AtomicLong tokens = new AtomicLong(1);
    private final AtomicBoolean over = new AtomicBoolean();

    FenceRaces(Database database, JtaFence fence, long seed) {
        this.database = database;
        this.fence = fence;
        this.seed = seed;
    }

    /** @param served who could write
     * @param refused who could not
     * @param swept rows that were taken away meanwhile */
    record Result(Map<String, Long> served, int refused, int swept) {}

    Result run(int times, boolean sweeping) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1);
        try {
            List<Callable<List<String>>> holders = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Random random = new Random(seed + i);
                holders.add(() -> holder(random, times));
            }
            Future<Integer> swept = threads.submit(() -> sweeping ? sweep() : 0);
            Map<String, Long> served = new HashMap<>();
            int answers = 0;
            for (Future<List<String>> holder : threads.invokeAll(holders, 50, TimeUnit.SECONDS)) {
                for (String key : holder.get()) {
                    served.merge(key, 1L, Long::sum);
                    answers++;
                }
            }
            over.set(true);
            return new Result(served, THREADS * times - answers, swept.get(10, TimeUnit.SECONDS));
        } finally {
            threads.shutdownNow();
        }
    }

    private int sweep() throws Exception {
        FenceSweep sweep = new FenceSweep(database.dataSource, Duration.ZERO, 2);
        int swept = 0;
        while (!over.get()) {
            swept += sweep.sweep(Duration.ZERO).orElse(0);
        }
        return swept;
    }

    /** @return the keys under which something was written */
    private List<String> holder(Random random, int times) throws Exception {
        List<String> served = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            String key = "k" + random.nextInt(KEYS);
            long token = tokens.getAndIncrement();
            LockSupport.parkNanos(random.nextInt(MAX_PAUSE_NANOS));
            if (written(key, token)) {
                served.add(key);
            }
        }
        return served;
    }

    private boolean written(String key, long token) throws Exception {
        try {
            return database.inTransaction(() -> {
                fence.advance(ManualLock.exclusive(LockKey.of("race", "key", key), token));
                add(key, token);
                return true;
            });
        } catch (StaleLockException e) {
            return false;
        } catch (LockTimeoutException | FenceUnavailableException e) {
            throw new AssertionError("seed " + seed, e);
        } catch (LockException e) {
            throw new AssertionError("seed " + seed + ": not expected", e);
        }
    }

    private void add(String key, long token) throws Exception {
        long amount =
                database.number("select amount from account where id = ?", key).orElse(0L);
        if (amount == 0) {
            database.execute("insert into account values (?, 1, ?)", key, token);
            return;
        }
        long before =
                database.number("select token from account where id = ?", key).orElseThrow();
        if (before >= token) {
            throw new AssertionError("seed " + seed + ": " + token + " writes to " + key + " after " + before);
        }
        database.execute("update account set amount = ?, token = ? where id = ?", amount + 1, token, key);
    }
}
