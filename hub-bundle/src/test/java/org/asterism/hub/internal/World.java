package org.asterism.hub.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.asterism.cluster.ClusterEvent;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.cluster.MemberState;
import org.asterism.protocol.ControlMessage;
import org.asterism.protocol.Life;
import org.asterism.protocol.Snapshot;
import org.asterism.protocol.member.ViewChange;

/** Hubs, processes and the links between them; knows what is true. */
final class World {

    static final Duration GRACE = Duration.ofSeconds(5);

    private final Random random;
    private final boolean arbitrated;
    private final Map<String, ModelHub> hubs = new HashMap<>();
    private final List<ModelNode> nodes = new ArrayList<>();
    private final List<ModelLink> links = new ArrayList<>();
    private final List<Life> dead = new ArrayList<>();
    /** Ids that two living processes have had at once: which of them is lost is a matter of luck. */
    private final Set<MemberId> contested = new HashSet<>();

    private ModelHub newest;
    private long clock = 10;
    private long now;
    private int counter;

    /** @param arbitrated whether epochs come from an arbiter, or from a clock that may go back */
    World(Random random, boolean arbitrated) {
        this.random = random;
        this.arbitrated = arbitrated;
        startHub();
    }

    long now() {
        return now;
    }

    boolean arbitrated() {
        return arbitrated;
    }

    boolean chance(int oneOf) {
        return random.nextInt(oneOf) == 0;
    }

    List<ModelNode> nodes() {
        return nodes;
    }

    List<ModelLink> links() {
        links.removeIf(link -> link.over() && link.idle());
        return links;
    }

    List<Life> dead() {
        return dead;
    }

    ModelHub hub(String life) {
        return hubs.get(life);
    }

    ModelHub newest() {
        return newest;
    }

    List<ModelHub> running() {
        return hubs.values().stream().filter(ModelHub::running).toList();
    }

    /** A new hub; with an arbiter the former may not know yet that it is no longer the one. */
    void startHub() {
        if (!arbitrated) {
            running().forEach(ModelHub::stop);
        }
        clock = arbitrated ? clock + 1 : Math.max(1, clock + random.nextInt(5) - 2);
        String life = "hub-" + ++counter;
        newest = new ModelHub(this, life, clock, arbitrated);
        hubs.put(life, newest);
    }

    void startProcess(String id) {
        MemberId member = new MemberId(id);
        if (nodes.stream().anyMatch(node -> node.member().id().equals(member))) {
            contested.add(member);
        }
        String incarnation = String.format("%s-%06d", id, ++counter); // which begins later is greater
        nodes.add(new ModelNode(
                this,
                new Member(
                        member,
                        MemberKind.INSTANCE,
                        incarnation,
                        MemberState.UP,
                        "host",
                        counter,
                        "1",
                        Map.of(),
                        Instant.ofEpochSecond(counter))));
    }

    void kill(ModelNode node) {
        nodes.remove(node);
        dead.add(Life.of(node.member()));
        node.close(false);
    }

    void leave(ModelNode node) {
        node.say(new ControlMessage.Leave());
        kill(node);
    }

    void connect(ModelNode node) {
        List<ModelHub> hosts = running();
        if (!hosts.isEmpty()) {
            ModelHub host = chance(4) ? hosts.get(random.nextInt(hosts.size())) : newest;
            if (host.running()) {
                ModelLink link = new ModelLink("connection-" + ++counter, host, node);
                host.accept(link);
                links.add(link);
                node.connect(link);
            }
        }
    }

    void pass(Duration time) {
        now += time.toNanos();
        running().forEach(ModelHub::tick);
    }

    /** The hub says that a life is over. */
    void checkDead(ModelHub hub, Life life, Command cause) {
        assertThat(dead.contains(life) || contested.contains(life.id()))
                .as("%s is said to be dead after %s; dead are %s", life, cause, dead)
                .isTrue();
    }

    /** Who lives and is merely not back yet is not lost as long as the hub is warming. */
    void checkLost(String hub, ViewChange change) {
        if (change.event() instanceof ClusterEvent.MemberLost lost
                && change.after().warming()) {
            Life life = Life.of(lost.member());
            assertThat(dead.contains(life)
                            || contested.contains(life.id())
                            || hubs.get(hub).wasHere(life))
                    .as("%s: %s", hub, lost)
                    .isTrue();
        }
    }

    /** If the hub says that everyone is back, then nobody whom those who are there remember is missing. */
    void checkSettled(ModelHub hub, boolean complete) {
        if (complete) {
            for (ModelNode node : nodes) {
                boolean its =
                        node.registered() && node.hub().equals(hub.snapshot().hub());
                if (its && node.view().warming()) {
                    node.view().members().stream()
                            .filter(member -> !contested.contains(member.id()))
                            .filter(member -> !dead.contains(Life.of(member)))
                            .forEach(member -> assertThat(hub.wasHere(Life.of(member)))
                                    .as("%s awaits %s", node.member().id(), member)
                                    .isTrue());
                }
            }
        }
    }

    void checkDeposed(ModelHub hub, long seen) {
        assertThat(arbitrated).isTrue();
        assertThat(seen).isGreaterThan(hub.snapshot().epoch()).isLessThanOrEqualTo(clock);
    }

    /** Chaos ends: one hub, one process for each id, everything arrives. */
    void calm() {
        if (!newest.running()) {
            startHub();
        }
        running().stream().filter(hub -> hub != newest).forEach(ModelHub::stop);
        Set<MemberId> seen = new HashSet<>();
        List.copyOf(nodes).stream()
                .filter(node -> !seen.add(node.member().id()))
                .forEach(this::kill);
        for (int round = 0; round < 5; round++) {
            pass(Gathering.PAUSE);
            deliverEverything();
            nodes.stream().filter(node -> node.link().isEmpty()).forEach(this::connect);
        }
        pass(Gathering.PAUSE);
        deliverEverything();
        pass(GRACE);
        deliverEverything(); // refusals, too, wait for the end of warming
        nodes.stream()
                .filter(node -> node.link().isEmpty())
                .forEach(this::connect); // refused for a later life of its id
        deliverEverything();
        nodes.forEach(node ->
                node.publish(node.member().id().value() + ".last", counter)); // shows a gap to whom missed something
        deliverEverything();
    }

    private void deliverEverything() {
        while (links().stream().anyMatch(link -> !link.idle())) {
            List.copyOf(links).forEach(ModelLink::deliverToHub);
            List.copyOf(links).forEach(ModelLink::deliverToNode);
        }
    }

    /** Everyone sees the same, and it is true. */
    void verifyCalm() {
        Snapshot snapshot = newest.snapshot();
        assertThat(snapshot.warming()).isFalse();
        assertThat(snapshot.members())
                .containsExactlyInAnyOrderElementsOf(
                        nodes.stream().map(ModelNode::member).toList());
        assertThat(snapshot.services())
                .containsExactlyInAnyOrderElementsOf(
                        nodes.stream().flatMap(node -> node.services().stream()).toList());
        for (ModelNode node : nodes) {
            assertThat(node.view().stale()).isFalse();
            assertThat(node.view().epoch()).isEqualTo(snapshot.epoch());
            assertThat(node.view().revision()).isEqualTo(snapshot.revision());
            assertThat(node.view().members()).isEqualTo(snapshot.members());
            assertThat(node.view().services()).isEqualTo(snapshot.services());
        }
    }
}
