package org.asterism.dispatcher.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.asterism.cluster.MemberId;
import org.asterism.servernode.NodeState;
import org.asterism.servernode.NodeStatus;
import org.junit.jupiter.api.RepeatedTest;

/** Random histories of a pool; each choice is checked against the rules in their plainest form. */
class RandomPoolsTest {

    private static final List<String> PATHS = List.of("/", "/shop", "/shop/admin", "/shopping", "/x");
    private static final List<NodeState> STATES = List.of(NodeState.values());
    private static final int STEPS = 2000;

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final TreeMap<MemberId, NodeStatus> nodes = new TreeMap<>();
    private final List<Place> busy = new ArrayList<>();
    private TargetPool pool = TargetPool.empty("a", Nodes.KEY);
    private long now = random.nextLong();

    @RepeatedTest(20)
    void everyChoiceObeysTheRules() {
        for (int step = 0; step < STEPS; step++) {
            now += random.nextInt(50_000_000);
            switch (random.nextInt(5)) {
                case 0 -> change();
                case 1 -> answer();
                default -> request("seed " + seed + " step " + step, step);
            }
        }
    }

    private void change() {
        MemberId id = MemberId.ofNode(random.nextBoolean() ? "a" : "b", 1 + random.nextInt(3));
        if (random.nextInt(6) == 0) {
            nodes.remove(id);
        } else {
            Set<String> applications = new HashSet<>();
            PATHS.forEach(path -> {
                if (random.nextInt(3) == 0) {
                    applications.add(path);
                }
            });
            NodeState state = STATES.get(random.nextInt(STATES.size()));
            nodes.put(
                    id,
                    Nodes.node(
                            id.value(),
                            random.nextBoolean() ? NodeState.UP : state,
                            1 + random.nextInt(3),
                            1 + random.nextInt(4),
                            applications.toArray(String[]::new)));
        }
        pool = pool.with(nodes.values());
    }

    private void answer() {
        if (!busy.isEmpty()) {
            Place place = busy.remove(random.nextInt(busy.size()));
            Target target = place.target();
            place.slots().release();
            target.ended();
            if (random.nextBoolean()) {
                target.succeeded();
            } else {
                target.failed("x", now, TestSettings.EJECTION);
            }
        }
    }

    private void request(String at, int ticket) {
        String path = PATHS.get(random.nextInt(PATHS.size())) + (random.nextBoolean() ? "/y" : "");
        path = path.startsWith("//") ? path.substring(1) : path;
        String key = random.nextBoolean()
                ? ""
                : Nodes.cookie("ab".charAt(random.nextInt(2)) + "/" + (1 + random.nextInt(3)));
        Set<MemberId> tried = random.nextInt(4) == 0 ? Set.of(MemberId.ofNode("a", 1)) : Set.of();
        List<Target> allowed = allowed(path, key, tried);
        Decision decision = TestSettings.POLICY.choose(pool, new Route(path, key, tried, ticket), now);
        if (decision instanceof Decision.Forward forward) {
            assertThat(allowed).as(at).contains(forward.target());
            forward.target().begun();
            busy.add(forward.place());
        } else {
            assertThat(allowed).as(at).isEmpty();
            boolean known = application(path).isPresent();
            assertThat(decision instanceof Decision.Wait).as(at).isEqualTo(known);
        }
    }

    private Optional<String> application(String path) {
        return nodes.values().stream()
                .flatMap(node -> node.applications().stream())
                .filter(app -> app.equals("/") || path.equals(app) || path.startsWith(app + "/"))
                .max(Comparator.comparingInt(String::length));
    }

    private List<Target> allowed(String path, String key, Set<MemberId> tried) {
        Optional<String> application = application(path);
        if (application.isEmpty()) {
            return List.of();
        }
        List<Target> able = pool.targets().stream()
                .filter(target -> target.status().applications().contains(application.get()))
                .filter(target ->
                        !tried.contains(target.id()) && target.health().admits(now))
                .toList();
        List<Target> sticky = able.stream()
                .filter(target -> target.isNamedBy(key))
                .filter(target -> target.status().state() == NodeState.UP
                        || target.status().state() == NodeState.DRAINING)
                .toList();
        List<Target> up =
                able.stream().filter(t -> t.status().state() == NodeState.UP).toList();
        List<Target> own =
                up.stream().filter(t -> t.status().instance().equals("a")).toList();
        return !sticky.isEmpty() ? sticky : leastBusy(own.isEmpty() ? up : own);
    }

    private static List<Target> leastBusy(List<Target> targets) {
        double least = targets.stream().mapToDouble(RandomPoolsTest::load).min().orElse(0);
        return targets.stream().filter(target -> load(target) == least).toList();
    }

    private static double load(Target target) {
        return (double) target.outstanding() / target.status().weight();
    }
}
