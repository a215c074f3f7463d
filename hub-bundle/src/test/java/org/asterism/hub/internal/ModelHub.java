package org.asterism.hub.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.asterism.cluster.ClusterView;
import org.asterism.protocol.ControlMessage;
import org.asterism.protocol.HubEvent;
import org.asterism.protocol.Life;
import org.asterism.protocol.Snapshot;

/** One life of the hub with the links it has. Checks what it announces. */
final class ModelHub {

    private final World world;
    private final MembershipTable table;
    private final Map<String, ModelLink> links = new LinkedHashMap<>();
    private final Set<String> attached = new HashSet<>();
    private final Deque<Command> commands = new ArrayDeque<>();
    private final ListOracle oracle = new ListOracle();
    private final Set<Life> everRegistered = new HashSet<>();
    private final long firstEpoch;
    private final Optional<Gathering> gathering;
    private final IdentityHashMap<Effect, Command> causes = new IdentityHashMap<>();
    private boolean running = true;

    ModelHub(World world, String life, long epoch, boolean arbitrated) {
        this.world = world;
        this.firstEpoch = epoch;
        this.table = new MembershipTable(life, epoch, arbitrated, World.GRACE, MembershipLimits.DEFAULT, world.now());
        this.gathering = world.chance(2) ? Optional.of(new Gathering()) : Optional.empty();
    }

    Snapshot snapshot() {
        return table.snapshot();
    }

    boolean running() {
        return running;
    }

    /** The lists as they were. */
    ClusterView at(long revision) {
        return oracle.at(revision);
    }

    void accept(ModelLink link) {
        links.put(link.id, link);
    }

    void hear(ModelLink link, ControlMessage message) {
        apply(new Command.FromMember(link.id, link.node.member().id().value(), message));
    }

    void closed(ModelLink link, String cause) {
        links.remove(link.id);
        attached.remove(link.id);
        apply(new Command.ConnectionClosed(link.id, cause));
    }

    void tick() {
        apply(new Command.Tick());
    }

    /** Like kill -9. */
    void stop() {
        running = false;
        links.values().forEach(link -> link.closeAtHub(world.chance(2)));
        links.clear();
    }

    private void apply(Command command) {
        commands.add(command);
        while (running && !commands.isEmpty()) {
            Command next = commands.poll();
            List<Effect> effects = table.apply(next, world.now());
            effects.forEach(effect -> causes.put(effect, next));
            for (Effect effect : due(effects)) {
                run(causes.getOrDefault(effect, next), effect);
            }
        }
        if (running && gathering.map(Gathering::isEmpty).orElse(true)) {
            causes.clear();
            verify();
        }
    }

    private List<Effect> due(List<Effect> effects) {
        return gathering.map(some -> some.take(effects, table, world.now())).orElse(effects);
    }

    private void run(Command cause, Effect effect) {
        if (effect instanceof Effect.Announce announce) {
            announce(cause, announce.event());
        } else if (effect instanceof Effect.Answer answer && links.containsKey(answer.connection())) {
            links.get(answer.connection()).toNode(answer.answer());
        } else if (effect instanceof Effect.Attach attach) {
            attached.add(attach.connection());
        } else if (effect instanceof Effect.Detach detach) {
            attached.remove(detach.connection());
        } else if (effect instanceof Effect.CloseConnection close && links.containsKey(close.connection())) {
            links.remove(close.connection()).closeAtHub(false);
            commands.add(new Command.ConnectionClosed(close.connection(), close.cause()));
        } else if (effect instanceof Effect.Died died) {
            world.checkDead(this, died.life(), cause);
        } else if (effect instanceof Effect.Deposed deposed) {
            world.checkDeposed(this, deposed.seen());
            stop();
        }
    }

    private void announce(Command cause, HubEvent event) {
        oracle.add(event);
        if (event instanceof HubEvent.MemberJoined joined) {
            everRegistered.add(Life.of(joined.member()));
        }
        attached.forEach(connection -> links.get(connection).toNode(event));
        if (event instanceof HubEvent.MemberLost lost && !(cause instanceof Command.ConnectionClosed)) {
            world.checkDead(this, lost.life(), cause);
        }
        if (event instanceof HubEvent.ViewSettled settled) {
            world.checkSettled(this, settled.complete());
        }
    }

    /** The lists are those that were announced, and everyone in them has a connection. */
    private void verify() {
        Snapshot snapshot = table.snapshot();
        assertThat(world.arbitrated() && snapshot.epoch() != firstEpoch)
                .as("an arbitrated epoch is changed")
                .isFalse();
        ClusterView announced = oracle.at(snapshot.revision());
        assertThat(snapshot.members()).isEqualTo(announced.members());
        assertThat(snapshot.services()).isEqualTo(announced.services());
        List<Life> connected = attached.stream()
                .map(id -> Life.of(links.get(id).node.member()))
                .toList();
        assertThat(snapshot.members().stream().map(Life::of)).containsExactlyInAnyOrderElementsOf(connected);
    }

    boolean wasHere(Life life) {
        return everRegistered.contains(life);
    }
}
