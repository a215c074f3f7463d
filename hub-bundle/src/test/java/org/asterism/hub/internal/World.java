package org.asterism.hub.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.asterism.cluster.ClusterEvent;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.cluster.MemberState;
import org.asterism.cluster.ServiceEntry;
import org.asterism.protocol.ControlMessage;
import org.asterism.protocol.HubEvent;
import org.asterism.protocol.HubMessage;
import org.asterism.protocol.Life;
import org.asterism.protocol.Snapshot;
import org.asterism.protocol.member.ViewChange;
import org.asterism.protocol.member.ViewMirror;

/** A hub and processes with connections, all by hand; knows what is true and compares. */
final class World {

    static final Duration GRACE = Duration.ofSeconds(5);

    private final Map<String, Node> nodes = new TreeMap<>();
    private final List<Life> dead = new ArrayList<>();
    private final Set<Life> registeredHere = new HashSet<>();
    private MembershipTable table;
    private long now;
    private long revision;
    private long highestEpoch;
    private int counter;

    /** One process. */
    static final class Node {
        final Member member;
        final ViewMirror mirror = new ViewMirror();
        final Set<String> services = new HashSet<>();
        String connection = "";
        boolean registered;

        Node(Member member) {
            this.member = member;
        }
    }

    World() {
        startHub(1);
    }

    Map<String, Node> nodes() {
        return nodes;
    }

    List<Life> dead() {
        return dead;
    }

    Snapshot snapshot() {
        return table.snapshot();
    }

    /** All connections break, and the new hub knows nothing. The clock may have gone back. */
    void startHub(long epoch) {
        nodes.values().forEach(node -> disconnect(node, "the hub is gone"));
        table = new MembershipTable("hub-" + ++counter, epoch, GRACE, now);
        revision = 0;
        registeredHere.clear();
    }

    void startProcess(String id) {
        String incarnation = id + "-" + ++counter;
        nodes.put(
                id,
                new Node(new Member(
                        new MemberId(id),
                        MemberKind.INSTANCE,
                        incarnation,
                        MemberState.UP,
                        "host",
                        counter,
                        "1",
                        Map.of(),
                        Instant.EPOCH)));
    }

    void killProcess(String id) {
        Node node = nodes.remove(id);
        dead.add(Life.of(node.member));
        close(node);
    }

    void close(Node node) {
        String connection = node.connection;
        disconnect(node, "cut");
        apply(new Command.ConnectionClosed(connection, "cut"));
    }

    void connect(Node node) {
        node.connection = "connection-" + ++counter;
        List<Life> remembered = new ArrayList<>();
        node.mirror.view().members().forEach(other -> remembered.add(Life.of(other)));
        remembered.remove(Life.of(node.member));
        say(
                node,
                new ControlMessage.Register(
                        node.connection,
                        node.member,
                        node.services.stream().map(id -> service(node, id)).toList(),
                        node.mirror.hub(),
                        node.mirror.view().epoch(),
                        node.mirror.view().revision(),
                        remembered,
                        List.of()));
        highestEpoch = Math.max(highestEpoch, snapshot().epoch());
    }

    void publish(Node node, String id) {
        node.services.add(id);
        if (node.registered) {
            say(node, new ControlMessage.PublishService(service(node, id)));
        }
    }

    void unpublish(Node node, String id) {
        node.services.remove(id);
        if (node.registered) {
            say(node, new ControlMessage.UnpublishService(id));
        }
    }

    void say(Node node, ControlMessage message) {
        apply(new Command.FromMember(node.connection, node.member.id().value(), message));
    }

    void pass(Duration time) {
        now += time.toNanos();
        apply(new Command.Tick());
    }

    private void apply(Command command) {
        table.apply(command, now).forEach(this::run);
    }

    private void run(Effect effect) {
        if (effect instanceof Effect.Announce announce) {
            assertThat(announce.event().revision()).isEqualTo(++revision);
            nodes.values().stream().filter(node -> node.registered).forEach(node -> hear(node, announce.event()));
        } else if (effect instanceof Effect.Answer answer) {
            byInbox(answer.inbox()).forEach(node -> hear(node, answer.answer()));
        } else if (effect instanceof Effect.CloseConnection close) {
            byInbox(close.connection()).forEach(node -> disconnect(node, close.cause()));
        }
    }

    private void hear(Node node, HubEvent event) {
        check(node, node.mirror.apply(event).orElseThrow(() -> new AssertionError("a gap before " + event)));
    }

    private void hear(Node node, HubMessage.Answer answer) {
        if (answer instanceof HubMessage.Registered registered) {
            node.registered = true;
            check(node, node.mirror.take(registered.view()));
        } else if (answer instanceof HubMessage.Refused) {
            disconnect(node, "refused");
        }
    }

    /** Nobody is told to be lost who lives and is connected, or is merely not back yet. */
    private void check(Node node, List<ViewChange> changes) {
        for (ViewChange change : changes) {
            if (change.event() instanceof ClusterEvent.MemberLost lost) {
                Node living = nodes.get(lost.member().id().value());
                boolean lives = living != null && living.member.sameIncarnation(lost.member());
                assertThat(lives && living.registered)
                        .as("%s hears that %s is lost", node.member.id(), lost)
                        .isFalse();
                assertThat(lives && change.after().warming() && !wasHere(lost.member()))
                        .as("%s hears while warming that %s is lost", node.member.id(), lost)
                        .isFalse();
            }
        }
    }

    private boolean wasHere(Member member) {
        return registeredHere.contains(Life.of(member));
    }

    /** Compares the lists, and what connected members see, with the truth. */
    void verify() {
        Snapshot snapshot = snapshot();
        List<Member> connected = nodes.values().stream()
                .filter(node -> node.registered)
                .map(node -> node.member)
                .toList();
        registeredHere.addAll(connected.stream().map(Life::of).toList());
        assertThat(snapshot.members()).isEqualTo(connected);
        assertThat(snapshot.services().stream().map(ServiceEntry::id))
                .containsExactlyInAnyOrderElementsOf(nodes.values().stream()
                        .filter(node -> node.registered)
                        .flatMap(node -> node.services.stream())
                        .toList());
        for (Node node : nodes.values()) {
            if (node.registered) {
                assertThat(node.mirror.view().epoch()).isEqualTo(snapshot.epoch());
                assertThat(node.mirror.view().revision()).isEqualTo(snapshot.revision());
                assertThat(node.mirror.view().members()).containsAll(snapshot.members());
                if (!snapshot.warming()) {
                    assertThat(node.mirror.view().members()).isEqualTo(snapshot.members());
                    assertThat(node.mirror.view().services()).isEqualTo(snapshot.services());
                }
            }
        }
    }

    private List<Node> byInbox(String inbox) {
        return nodes.values().stream()
                .filter(node -> node.connection.equals(inbox))
                .toList();
    }

    private void disconnect(Node node, String cause) {
        node.connection = "";
        node.registered = false;
        check(node, node.mirror.disconnected(cause));
    }

    private static ServiceEntry service(Node node, String id) {
        return new ServiceEntry(id, List.of("x.Y"), node.member.id(), Map.of());
    }
}
