package org.asterism.hub.internal.standby;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Some hubs, their database and everything that can go wrong, on a clock walked by hand: processes are paused and killed, what
 * is asked of the database is late, lost before or after it was done, or done when nobody waits for it any more.
 */
final class History {

    private static final Timing TIMING = new Timing(java.time.Duration.ofSeconds(3), java.time.Duration.ofSeconds(1));
    private static final int LATEST_START = 5000;
    private static final int TICK = 20;
    private static final int CALM = 3000 + 2000;
    private static final int MARGIN = 500; // of 750: the clocks run apart, and ticks are not infinitely dense

    private final Random random;
    private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparingLong(Event::at));
    private final List<Contender> contenders = new ArrayList<>();
    private final List<Long> epochs = new ArrayList<>();
    private final double trouble;
    private long now;
    private long lastTrouble = LATEST_START;
    private long tenureEnded = Long.MIN_VALUE / 2;

    private record Event(long at, Runnable action) {}

    /** @param trouble how probable it is that an attempt meets some */
    History(long seed, int hubs, double trouble, int wallSeconds, Supplier<LeaseStore> stores) {
        this.random = new Random(seed);
        this.trouble = trouble;
        for (int i = 1; i <= hubs; i++) {
            Contender contender = new Contender("hub-" + i, stores.get(), TIMING, random, wallSeconds);
            contenders.add(contender);
            at(random.nextInt(LATEST_START), () -> attempt(contender));
            at(0, () -> tick(contender));
        }
    }

    /** Has to be called before {@link #run}. */
    History with(InMemoryLeaseStore forgetful) {
        at(100, () -> live(forgetful));
        return this;
    }

    void run(long millis) {
        while (now < millis) {
            Event next = events.remove();
            now = Math.max(now, next.at());
            next.action().run();
        }
        contenders.forEach(contender -> contender.store.close());
    }

    /** The epochs of those who became active, in the order of time. */
    List<Long> epochs() {
        return epochs;
    }

    private void trouble(long until) {
        lastTrouble = Math.max(lastTrouble, until);
    }

    private void at(long time, Runnable action) {
        events.add(new Event(time, action));
    }

    private void live(InMemoryLeaseStore forgetful) {
        if (random.nextInt(100) == 0) {
            trouble(now);
            forgetful.crash();
            contenders.forEach(contender -> contender.connectionBroken = true);
        } else if (random.nextInt(5) == 0) {
            forgetful.flush();
        }
        at(now + 100, () -> live(forgetful));
    }

    private void tick(Contender contender) {
        if (contender.isPaused(now)) {
            at(contender.pausedUntil, () -> tick(contender));
            return;
        }
        if (random.nextDouble() < trouble / 100) {
            trouble(now);
            contender.restart();
        }
        goOn(contender);
        assertThat(acting()).as("active at %d ms", now).hasSizeLessThanOrEqualTo(1);
        if (now - lastTrouble > CALM) {
            assertThat(acting()).as("active at %d ms", now).hasSize(1);
        }
        at(now + TICK, () -> tick(contender));
    }

    private void goOn(Contender contender) {
        carryOut(contender, contender.arbitration.tick(contender.now(now)));
    }

    private void attempt(Contender contender) {
        Arbitration arbitration = contender.arbitration;
        carryOut(contender, arbitration.tick(contender.now(now)));
        Attempt attempt = arbitration.next(contender.clockEpoch(now), contender.now(now));
        boolean troubled = random.nextDouble() < trouble;
        boolean done = !contender.connectionBroken && (!troubled || random.nextBoolean());
        boolean told = done && (!troubled || random.nextBoolean());
        contender.connectionBroken = false;
        if (troubled && random.nextInt(3) == 0) {
            contender.pausedUntil = now + random.nextInt(12_000);
            trouble(contender.pausedUntil);
        }
        int slow = troubled ? 4000 : 20;
        long doneAt = now + random.nextInt(slow);
        long toldAt = told ? doneAt + 1 + random.nextInt(slow) : now + random.nextInt(troubled ? 2000 : slow);
        if (troubled) {
            trouble(Math.max(doneAt, toldAt));
        }
        List<Outcome> outcome = new ArrayList<>(List.of(new Outcome.Failed("no answer")));
        if (done) {
            at(doneAt, () -> outcome.set(0, told ? outcome(attempt, contender) : ignored(attempt, contender)));
        }
        at(toldAt, () -> told(contender, arbitration, outcome));
    }

    private void told(Contender contender, Arbitration arbitration, List<Outcome> outcome) {
        if (contender.isPaused(now)) {
            trouble(contender.pausedUntil);
            at(contender.pausedUntil, () -> told(contender, arbitration, outcome));
            return;
        }
        goOn(contender);
        if (arbitration == contender.arbitration) {
            Outcome heard = contender.connectionBroken ? new Outcome.Failed("connection lost") : outcome.get(0);
            carryOut(contender, arbitration.apply(heard, contender.now(now)));
        }
        long pause = contender.arbitration.pause(contender.now(now)) / 1_000_000;
        at(now + Math.max(1, pause), () -> attempt(contender));
    }

    private static Outcome outcome(Attempt attempt, Contender contender) {
        try {
            return attempt.at(contender.store);
        } catch (LeaseStoreException e) {
            throw new AssertionError(e);
        }
    }

    private static Outcome ignored(Attempt attempt, Contender contender) {
        outcome(attempt, contender);
        return new Outcome.Failed("no answer");
    }

    private void carryOut(Contender contender, Decision decision) {
        if (decision instanceof Decision.Activate activate) {
            assertThat(acting()).containsExactly(contender.name);
            assertThat(now - tenureEnded).as("time to stop a broker").isGreaterThan(MARGIN);
            epochs.add(activate.epoch());
            if (random.nextDouble() < trouble) {
                trouble(now);
                carryOut(
                        contender, contender.arbitration.resign(activate.epoch() + 3, "a member has seen another hub"));
            }
        } else if (decision instanceof Decision.StepDown down) {
            if (down.cause().startsWith("it could not renew") && now > contender.pausedUntil + TICK) {
                tenureEnded = now;
            }
        }
    }

    /** Also a process that is paused: when it goes on it looks at its clock before it answers anyone. */
    private List<String> acting() {
        return contenders.stream()
                .filter(contender -> contender.isActive(now))
                .map(contender -> contender.name)
                .toList();
    }
}
