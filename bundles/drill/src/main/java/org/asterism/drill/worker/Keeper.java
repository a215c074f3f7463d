package org.asterism.drill.worker;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.asterism.drill.register.Register;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockRequest;
import org.asterism.lock.LockService;

/** Holds one thing for long, over whatever is broken meanwhile, until another one may have it. For one thread. */
final class Keeper implements Runnable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MAX_SECONDS = 15;

    private final LockService locks;
    private final Recorder recorder;
    private final Register register;
    private final LockKey key;
    private final Random random;
    private final BooleanSupplier ended;

    Keeper(LockService locks, Recorder recorder, Register register, LockKey key, Random random, BooleanSupplier ended) {
        this.locks = locks;
        this.recorder = recorder;
        this.register = register;
        this.key = key;
        this.random = random;
        this.ended = ended;
    }

    @Override
    public void run() {
        try {
            while (!ended.getAsBoolean()) {
                once(Duration.ofSeconds(1 + random.nextInt(MAX_SECONDS)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void once(Duration time) throws InterruptedException {
        try (Visit visit = new Visit(locks, recorder)) {
            Optional<Stay> stay = visit.one(new LockRequest(key, LockMode.EXCLUSIVE), PATIENCE);
            if (stay.isPresent()) {
                stay.get().write(register, List.of(key));
                stay.get().hold(time, ended);
                stay.get().write(register, List.of(key));
                stay.get().release();
            }
        }
    }
}
