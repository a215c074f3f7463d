package org.asterism.deployment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.asterism.cluster.MemberId;
import org.asterism.deployment.NodeProgress;
import org.asterism.deployment.NodeStep;
import org.asterism.deployment.RollOptions;
import org.asterism.deployment.Rollout;
import org.asterism.deployment.RolloutState;
import org.asterism.servernode.Hosting;
import org.asterism.servernode.NodeState;
import org.asterism.servernode.NodeStatus;
import org.junit.jupiter.api.Test;

class RolloutMachineTest {

    private static final MemberId A1 = new MemberId("a/1");
    private static final MemberId A2 = new MemberId("a/2");
    private static final MemberId B1 = new MemberId("b/1");

    /** A cluster that does what it is asked, a moment later. */
    private static final class Simulation {

        private final Map<MemberId, NodeStatus> nodes = new TreeMap<>();
        private final Map<MemberId, NodeAccount> accounts = new TreeMap<>();
        private final Set<MemberId> bad = new HashSet<>();
        private final List<String> history = new ArrayList<>();
        private Set<MemberId> members = Set.of();
        private Instant now = Instant.EPOCH;
        private Rollout rollout;

        Simulation(RollOptions options, MemberId... ids) {
            rollout = new Rollout(7, 6, RolloutState.WAITING, "", Optional.empty(), options, List.of(), Instant.EPOCH);
            for (MemberId id : ids) {
                nodes.put(id, status(id, NodeState.UP));
                accounts.put(id, new NodeAccount(id, "1", 6, 6, false, ""));
            }
        }

        private static NodeStatus status(MemberId id, NodeState state) {
            return new NodeStatus(
                    id,
                    state,
                    "",
                    Hosting.PROCESS,
                    Optional.of(URI.create("http://127.0.0.1:1")),
                    1,
                    0,
                    List.of("/shop"),
                    1);
        }

        List<RollEffect> look() {
            return RolloutMachine.next(new RollObservation(
                    rollout,
                    nodes,
                    accounts,
                    members.isEmpty() ? Set.copyOf(nodes.keySet()) : members,
                    Duration.ofSeconds(1),
                    now));
        }

        void carryOut(RollEffect effect) {
            if (effect instanceof RollEffect.Enter enter) {
                history.add(enter.state() + (enter.reason().isEmpty() ? "" : " " + enter.reason()));
                write(enter.state(), enter.reason(), rollout.nodes());
            } else if (effect instanceof RollEffect.Step step) {
                history.add(step.node() + " " + step.step());
                step(step);
            } else if (effect instanceof RollEffect.Withdraw withdraw) {
                nodes.computeIfPresent(withdraw.node(), (id, status) -> status(id, NodeState.STARTING));
            } else if (effect instanceof RollEffect.Readmit readmit) {
                nodes.computeIfPresent(readmit.node(), (id, status) -> status(id, NodeState.UP));
            } else {
                history.add("preflight");
                write(RolloutState.RUNNING, "", rollout.nodes());
            }
        }

        private void write(RolloutState state, String reason, List<NodeProgress> progress) {
            rollout = new Rollout(7, 6, state, reason, Optional.empty(), rollout.options(), progress, now);
        }

        private void step(RollEffect.Step step) {
            List<NodeProgress> progress = new ArrayList<>(rollout.nodes());
            NodeProgress next = new NodeProgress(step.node(), step.step(), step.detail(), now);
            Optional<NodeProgress> old = progress.stream()
                    .filter(one -> one.node().equals(step.node()))
                    .findFirst();
            old.ifPresentOrElse(one -> progress.set(progress.indexOf(one), next), () -> progress.add(next));
            rollout = new Rollout(
                    7,
                    6,
                    rollout.state(),
                    rollout.reason(),
                    Optional.empty(),
                    rollout.options(),
                    progress,
                    rollout.since());
        }

        void nodesWork() {
            for (NodeProgress one : rollout.nodes()) {
                if (one.step() == NodeStep.APPLYING) {
                    boolean fails = bad.contains(one.node());
                    account(one.node(), fails ? 6 : 7, fails ? "no package x" : "");
                } else if (one.step() == NodeStep.GOING_BACK) {
                    account(one.node(), 6, "no package x");
                }
            }
        }

        private void account(MemberId node, long generation, String problem) {
            accounts.computeIfPresent(node, (id, old) -> new NodeAccount(id, "1", generation, 7, false, problem));
        }

        Simulation run() {
            for (int i = 0; i < 200 && !rollout.state().isOver(); i++) {
                look().forEach(this::carryOut);
                long away = nodes.values().stream()
                        .filter(node -> node.state() != NodeState.UP)
                        .count();
                assertThat(away).as("%s", history).isLessThanOrEqualTo(1);
                nodesWork();
                now = now.plusMillis(500);
            }
            return this;
        }
    }

    @Test
    void oneNodeAfterTheOther() {
        Simulation all = new Simulation(RollOptions.ROLLING, A1, A2).run();

        assertThat(all.history)
                .containsExactly(
                        "PREFLIGHT",
                        "preflight",
                        "a/1 PENDING",
                        "a/2 PENDING",
                        "a/1 DRAINING",
                        "a/1 APPLYING",
                        "a/1 VERIFYING",
                        "a/1 DONE",
                        "a/2 DRAINING",
                        "a/2 APPLYING",
                        "a/2 VERIFYING",
                        "a/2 DONE",
                        "DONE");
    }

    @Test
    void aNodeThatFailsGoesBackAndTheRollStops() {
        Simulation all = new Simulation(RollOptions.ROLLING, A1, A2, B1);
        all.bad.add(A2);
        all.run();

        assertThat(all.history).endsWith("a/2 APPLYING", "a/2 GOING_BACK", "a/2 WENT_BACK", "FAILED a/2: no package x");
        assertThat(all.accounts.get(A1).generation()).isEqualTo(7);
        assertThat(all.accounts.get(A2).generation()).isEqualTo(6);
        assertThat(all.nodes.values().stream().map(NodeStatus::state)).containsOnly(NodeState.UP);
    }

    @Test
    void orAllGoBack() {
        Simulation all = new Simulation(RollOptions.ROLLING.withAllBack(true), A1, A2, B1);
        all.bad.add(B1);
        all.run();

        assertThat(all.history)
                .endsWith(
                        "GOING_BACK b/1: no package x",
                        "a/1 GOING_BACK",
                        "a/1 WENT_BACK",
                        "a/2 GOING_BACK",
                        "a/2 WENT_BACK",
                        "WENT_BACK b/1: no package x");
        assertThat(all.accounts.values().stream().map(NodeAccount::generation)).containsOnly(6L);
    }

    @Test
    void atOnceNobodyIsWithdrawn() {
        Simulation all = new Simulation(RollOptions.ROLLING.withAtOnce(true), A1, A2, B1);
        all.run();

        assertThat(all.history)
                .containsSubsequence("a/1 APPLYING", "a/2 APPLYING", "b/1 APPLYING", "a/1 VERIFYING", "DONE")
                .doesNotContain("a/1 DRAINING");
    }

    @Test
    void aNodeThatIsTheOnlyOneForAnApplicationIsNotTouchedUnlessForced() {
        Simulation all = new Simulation(RollOptions.ROLLING, A1, A2);
        all.nodes.put(A2, Simulation.status(A2, NodeState.DRAINING));
        all.run();

        assertThat(all.rollout.state()).isEqualTo(RolloutState.FAILED);
        assertThat(all.rollout.reason()).startsWith("no other server node that is UP has /shop while a/1 is changed");
        assertThat(all.nodes.get(A1).state()).isEqualTo(NodeState.UP);
    }

    @Test
    void aNodeThatComesDuringARollIsPartOfIt() {
        Simulation all = new Simulation(RollOptions.ROLLING, A1, A2);
        all.look().forEach(all::carryOut);
        all.look().forEach(all::carryOut);
        all.look().forEach(all::carryOut);
        all.nodes.put(B1, Simulation.status(B1, NodeState.UP));
        all.accounts.put(B1, new NodeAccount(B1, "1", 6, 6, false, ""));
        all.run();

        assertThat(all.history).endsWith("b/1 DONE", "DONE");
    }

    @Test
    void aNodeThatIsNotThereIsLeftOut() {
        Simulation all = new Simulation(RollOptions.ROLLING, A1, A2);
        all.nodes.put(B1, Simulation.status(B1, NodeState.STOPPED));
        RollObservation seen = new RollObservation(
                all.rollout, all.nodes, all.accounts, Set.of(A1, A2), Duration.ofSeconds(1), all.now);
        Rollout running = new Rollout(
                7,
                6,
                RolloutState.RUNNING,
                "",
                Optional.empty(),
                RollOptions.ROLLING,
                List.of(
                        new NodeProgress(A1, NodeStep.DONE, "", all.now),
                        new NodeProgress(A2, NodeStep.DONE, "", all.now),
                        new NodeProgress(B1, NodeStep.PENDING, "", all.now)),
                all.now);

        assertThat(RolloutMachine.next(new RollObservation(
                        running, seen.nodes(), seen.accounts(), seen.members(), seen.settle(), seen.now())))
                .containsExactly(new RollEffect.Step(
                        B1, NodeStep.SKIPPED, "was not there; it gets the generation when it starts"));
    }

    @Test
    void aNodeThatNeverAnswersGoesBackInTime() {
        Simulation all = new Simulation(RollOptions.ROLLING, A1, A2);
        all.accounts.put(A1, new NodeAccount(A1, "1", 6, 7, true, ""));
        for (int i = 0; i < 10; i++) {
            all.look().forEach(all::carryOut);
            all.now = all.now.plusSeconds(1);
        }
        assertThat(all.history).endsWith("a/1 APPLYING");
        all.now = all.now.plusSeconds(130);
        all.look().forEach(all::carryOut);
        assertThat(all.history).endsWith("a/1 GOING_BACK");
        all.now = all.now.plusSeconds(130);
        all.look().forEach(all::carryOut);
        all.look().forEach(all::carryOut);
        assertThat(all.history.get(all.history.size() - 1)).startsWith("FAILED a/1: did not apply it within 130 s");
        assertThat(all.nodes.get(A1).state()).as("gets no requests").isEqualTo(NodeState.STARTING);
    }

    @Test
    void aNodeWhoseInstanceIsAwayGetsItAllTheSame() {
        Simulation all = new Simulation(RollOptions.ROLLING, A1, A2, B1);
        for (int i = 0; i < 8; i++) {
            all.look().forEach(all::carryOut);
            all.now = all.now.plusMillis(500);
        }
        assertThat(all.history).endsWith("a/1 APPLYING");
        all.members = Set.of(A1, A2, B1);
        all.nodes.remove(A1);
        all.nodes.remove(A2);
        all.run();

        assertThat(all.history)
                .containsSubsequence(
                        "a/1 VERIFYING", "a/1 DONE", "a/2 APPLYING", "a/2 VERIFYING", "a/2 DONE", "b/1 DONE")
                .endsWith("DONE");
    }

    @Test
    void anApplicationThatIsUndeployedNeedsNoOtherNode() {
        Simulation all = new Simulation(RollOptions.ROLLING, A1, A2);
        for (int i = 0; i < 100 && !all.history.contains("a/1 DONE"); i++) {
            all.look().forEach(all::carryOut);
            all.nodesWork();
            all.now = all.now.plusMillis(500);
        }
        NodeStatus without = Simulation.status(A1, NodeState.UP);
        all.nodes.put(
                A1,
                new NodeStatus(
                        A1,
                        without.state(),
                        without.reason(),
                        without.hosting(),
                        without.url(),
                        without.pid(),
                        without.restarts(),
                        List.of(),
                        1));
        all.run();

        assertThat(all.history).endsWith("a/2 DONE", "DONE");
    }

    /** Whoever rolls may die after each effect; what it has done is done, what it has not is done by the next one. */
    @Test
    void theRollerMayDieAtAnyMoment() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            Simulation all = new Simulation(RollOptions.ROLLING.withAllBack(random.nextBoolean()), A1, A2, B1);
            if (random.nextBoolean()) {
                all.bad.add(List.of(A1, A2, B1).get(random.nextInt(3)));
            }
            for (int i = 0; i < 1000 && !all.rollout.state().isOver(); i++) {
                List<RollEffect> effects = all.look();
                effects.subList(0, random.nextInt(effects.size() + 1)).forEach(all::carryOut);
                if (random.nextBoolean()) {
                    all.nodesWork();
                }
                all.now = all.now.plusMillis(random.nextInt(1000));
            }
            assertThat(all.rollout.state().isOver())
                    .as("seed %d: %s", seed, all.history)
                    .isTrue();
            assertThat(all.rollout.state() == RolloutState.DONE)
                    .as("seed %d: %s", seed, all.history)
                    .isEqualTo(all.bad.isEmpty());
            assertThat(all.nodes.values().stream().map(NodeStatus::state))
                    .as("seed %d: %s", seed, all.history)
                    .containsOnly(NodeState.UP);
        }
    }
}
