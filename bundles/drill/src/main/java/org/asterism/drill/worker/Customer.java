package org.asterism.drill.worker;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.asterism.drill.register.Register;
import org.asterism.lock.LockException;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockRequest;
import org.asterism.lock.LockService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does with locks what can be done with them, one thing after the other, at random, until it is ended. For one thread. */
final class Customer implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Customer.class);
    private static final List<LockMode> MODES = List.of(LockMode.values());
    private static final int MAX_SEVERAL = 4;

    private final LockService locks;
    private final Recorder recorder;
    private final Register register;
    private final Space space;
    private final Interrupter interrupter;
    private final Chance chance;
    private final BooleanSupplier ended;

    Customer(
            LockService locks,
            Recorder recorder,
            Register register,
            Space space,
            Interrupter interrupter,
            Chance chance,
            BooleanSupplier ended) {
        this.locks = locks;
        this.recorder = recorder;
        this.register = register;
        this.space = space;
        this.interrupter = interrupter;
        this.chance = chance;
        this.ended = ended;
    }

    @Override
    public void run() {
        try {
            while (!ended.getAsBoolean()) {
                once();
                TimeUnit.NANOSECONDS.sleep(chance.pause().toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One visit. */
    void once() throws InterruptedException {
        try (Visit visit = new Visit(locks, recorder)) {
            switch (chance.below(10)) {
                case 0, 1 -> use(visit.one(any(), chance.patience()));
                case 2 -> use(visit.one(new LockRequest(space.anyArea(chance.random()), mode()), chance.patience()));
                case 3 -> use(visit.now(any()));
                case 4 -> use(visit.later(any(), chance.patience(), chance.patience()));
                case 5 -> promote(visit);
                case 6 -> several(visit);
                case 7 -> nested(visit);
                case 8 ->
                    interrupter
                            .during(chance.patience(), () -> visit.one(any(), chance.patience()))
                            .ifPresent(Stay::release);
                default -> visit.look(any());
            }
        } catch (LockException e) {
            LOG.debug("No answer to a question", e);
        }
    }

    private void promote(Visit visit) throws InterruptedException {
        LockKey cell = space.anyCell(chance.random());
        Optional<Stay> optimistic = visit.one(new LockRequest(cell, LockMode.OPTIMISTIC), chance.patience());
        if (optimistic.isPresent()) {
            optimistic.get().hold(chance.time(), ended);
            use(visit.promote(optimistic.get(), chance.patience()));
        }
    }

    private void several(Visit visit) throws InterruptedException {
        List<LockRequest> requests = space.someCells(chance.random(), 2 + chance.below(MAX_SEVERAL - 1)).stream()
                .map(cell -> new LockRequest(cell, mode()))
                .toList();
        List<Stay> stays = visit.all(requests, chance.patience());
        for (Stay stay : stays) {
            use(Optional.of(stay));
        }
    }

    /** Who wants more while holding something may wait for somebody who does the same. */
    private void nested(Visit visit) throws InterruptedException {
        Optional<Stay> outer = visit.one(any(), chance.patience());
        if (outer.isPresent()) {
            outer.get().write(register, space.written(outer.get().lock().key()));
            LockKey key = chance.below(3) == 0 ? outer.get().lock().key() : space.anyCell(chance.random());
            use(visit.one(new LockRequest(key, LockMode.EXCLUSIVE), chance.patience()));
            outer.get().hold(Duration.ZERO, ended);
            outer.get().release();
        }
    }

    private void use(Optional<Stay> stay) throws InterruptedException {
        if (stay.isPresent()) {
            stay.get().write(register, space.written(stay.get().lock().key()));
            stay.get().hold(chance.time(), ended);
            stay.get().write(register, space.written(stay.get().lock().key()));
            stay.get().release();
        }
    }

    private LockRequest any() {
        return new LockRequest(space.anyCell(chance.random()), mode());
    }

    private LockMode mode() {
        return MODES.get(chance.below(MODES.size()));
    }
}
