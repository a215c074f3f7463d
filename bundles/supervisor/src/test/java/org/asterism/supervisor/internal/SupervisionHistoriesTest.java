package org.asterism.supervisor.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.asterism.cluster.MemberId;
import org.asterism.servernode.NodeLoad;
import org.asterism.servernode.NodeState;
import org.asterism.supervisor.internal.HealthAnswer.NotReady;
import org.asterism.supervisor.internal.HealthAnswer.Ready;
import org.asterism.supervisor.internal.HealthAnswer.Silent;
import org.asterism.supervisor.internal.SupervisionEvent.Close;
import org.asterism.supervisor.internal.SupervisionEvent.Drain;
import org.asterism.supervisor.internal.SupervisionEvent.Exited;
import org.asterism.supervisor.internal.SupervisionEvent.Found;
import org.asterism.supervisor.internal.SupervisionEvent.Gone;
import org.asterism.supervisor.internal.SupervisionEvent.LaunchFailed;
import org.asterism.supervisor.internal.SupervisionEvent.Launched;
import org.asterism.supervisor.internal.SupervisionEvent.Probed;
import org.asterism.supervisor.internal.SupervisionEvent.Restart;
import org.asterism.supervisor.internal.SupervisionEvent.Resume;
import org.asterism.supervisor.internal.SupervisionEvent.Start;
import org.asterism.supervisor.internal.SupervisionEvent.Stop;
import org.asterism.supervisor.internal.SupervisionEvent.Tick;
import org.junit.jupiter.api.RepeatedTest;

/** Random lives of a node in a world where processes start late, die, hang and end only when killed. */
class SupervisionHistoriesTest {

    private static final int STEPS = 400;

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final NodeSupervision node = new NodeSupervision(MemberId.ofNode("a", 1), 1, Policies.ROUND, Instant.EPOCH);
    private final Set<Child> alive = new LinkedHashSet<>();
    private final Set<String> unreported = new HashSet<>();
    private final Deque<SupervisionEvent> pending = new ArrayDeque<>();
    private final Deque<Duration> deaths = new ArrayDeque<>();
    private Optional<Child> child = Optional.empty();
    private boolean launching;
    private Duration now = Duration.ZERO;
    private int children;

    @RepeatedTest(300)
    void keepsItsInvariants() {
        begin();
        for (int i = 0; i < STEPS; i++) {
            oneStep();
        }
        closes();
    }

    private void begin() {
        if (random.nextBoolean()) {
            Child former = newChild(random.nextInt(4) == 0);
            unreported.add(incarnation(former));
            apply(new Found(former, incarnation(former)));
        } else {
            apply(new Gone(""));
        }
    }

    private void oneStep() {
        int dice = random.nextInt(100);
        if (dice < 50 && !pending.isEmpty()) {
            deliver();
        } else if (dice < 60 && !alive.isEmpty()) {
            die(alive.iterator().next(), "died");
        } else if (dice < 64) {
            apply(List.of(
                            new Start(),
                            new Stop(),
                            new Restart(),
                            new Drain(),
                            new SupervisionEvent.Isolate(),
                            new SupervisionEvent.Debug(),
                            new Resume())
                    .get(random.nextInt(7)));
        } else {
            now = now.plusMillis(random.nextInt(1_500));
            apply(new Tick());
        }
    }

    /** However the history went, a close ends, with every process gone. */
    private void closes() {
        apply(new Close());
        for (int i = 0; i < 50 && !node.closed(); i++) {
            while (!pending.isEmpty()) {
                deliver();
            }
            node.wakeUp().ifPresent(time -> now = time.compareTo(now) > 0 ? time : now);
            apply(new Tick());
        }
        assertThat(node.closed()).as(told("closed")).isTrue();
        assertThat(alive).as(told("no process is left")).isEmpty();
        assertThat(unreported).as(told("every death is reported")).isEmpty();
    }

    private void deliver() {
        SupervisionEvent event = pending.removeFirst();
        if (event instanceof Exited || event instanceof LaunchFailed) {
            deaths.addLast(now);
            child = Optional.empty();
        }
        launching &= !(event instanceof Launched || event instanceof LaunchFailed);
        apply(event);
        if (event instanceof Probed probed
                && probed.answer() instanceof Ready ready
                && ready.incarnation().equals(node.incarnation())) {
            unreported.add(ready.incarnation());
        }
    }

    private void apply(SupervisionEvent event) {
        NodeState before = node.status().state();
        List<SupervisionEffect> effects = node.apply(event, now);
        NodeState after = node.status().state();
        if (after == NodeState.QUARANTINED && before != after) {
            Duration begin = now.minus(Policies.ROUND.restartWindow());
            assertThat(deaths.stream().filter(time -> time.compareTo(begin) > 0))
                    .as(told("quarantine only after the limit"))
                    .hasSizeGreaterThan(Policies.ROUND.restartLimit());
        }
        effects.forEach(this::perform);
    }

    private void perform(SupervisionEffect effect) {
        if (effect instanceof SupervisionEffect.Launch) {
            launch();
        } else if (effect instanceof SupervisionEffect.Watch watch) {
            assertThat(child).as(told("never two children")).isEmpty();
            child = Optional.of(watch.child());
        } else if (effect instanceof SupervisionEffect.Probe probe) {
            pending.addLast(new Probed(probe.child(), answer(probe.child())));
        } else if (effect instanceof SupervisionEffect.Terminate terminate && random.nextBoolean()) {
            die(terminate.child(), "terminated");
        } else if (effect instanceof SupervisionEffect.Kill kill) {
            die(kill.child(), "killed");
        } else if (effect instanceof SupervisionEffect.KillHung hung) {
            die(hung.child(), "killed");
        } else if (effect instanceof SupervisionEffect.ReportDeath death) {
            unreported.remove(death.incarnation());
        }
    }

    private void launch() {
        assertThat(alive).as(told("never two children")).isEmpty();
        assertThat(launching).as(told("never two launches")).isFalse();
        launching = true;
        if (random.nextInt(5) == 0) {
            pending.addLast(new LaunchFailed("no luck"));
        } else {
            pending.addLast(new Launched(newChild(node.debugging())));
        }
    }

    private HealthAnswer answer(Child asked) {
        if (!alive.contains(asked)) {
            return new NotReady("refused");
        }
        return switch (random.nextInt(4)) {
            case 0 -> new NotReady("booting");
            case 1 -> new Silent("no answer");
            default -> new Ready(incarnation(asked), List.of(), new NodeLoad(random.nextInt(2), 0));
        };
    }

    private void die(Child victim, String how) {
        if (alive.remove(victim)) {
            pending.addLast(new Exited(victim, how));
        }
    }

    private Child newChild(boolean debug) {
        children++;
        Optional<Integer> port = debug ? Optional.of(20_005) : Optional.empty();
        Child born = new Child(children, now.toMillis(), URI.create("http://127.0.0.1:20001"), port);
        alive.add(born);
        return born;
    }

    private static String incarnation(Child of) {
        return "i-" + of.pid();
    }

    private String told(String invariant) {
        return invariant + " (seed " + seed + ")";
    }
}
