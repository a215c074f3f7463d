package org.asterism.hub.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberState;
import org.asterism.cluster.ServiceEntry;
import org.asterism.protocol.ControlMessage;
import org.asterism.protocol.HubEvent;
import org.asterism.protocol.HubMessage;
import org.asterism.protocol.Life;
import org.asterism.protocol.Snapshot;
import org.asterism.protocol.member.ViewChange;
import org.asterism.protocol.member.ViewMirror;

/** One process: what it offers, its mirror of the lists, and a listener that checks what it is told. */
final class ModelNode {

    private final World world;
    private final ViewMirror mirror = new ViewMirror();
    private final ListenerOracle listener = new ListenerOracle();
    private final TreeMap<String, ServiceEntry> services = new TreeMap<>();
    private Member member;
    private Optional<ModelLink> link = Optional.empty();
    private boolean registered;
    private boolean asking;

    ModelNode(World world, Member member) {
        this.world = world;
        this.member = member;
    }

    Member member() {
        return member;
    }

    ClusterView view() {
        return mirror.view();
    }

    /** The life of the hub whose lists it has. */
    String hub() {
        return mirror.hub();
    }

    Optional<ModelLink> link() {
        return link;
    }

    boolean registered() {
        return registered;
    }

    /** Everything it offers, sorted by id. */
    List<ServiceEntry> services() {
        return List.copyOf(services.values());
    }

    void connect(ModelLink newLink) {
        link = Optional.of(newLink);
        asking = false;
        List<Life> remembered = new ArrayList<>();
        view().members().forEach(other -> remembered.add(Life.of(other)));
        remembered.remove(Life.of(member));
        say(new ControlMessage.Register(
                member,
                List.of(),
                List.of(),
                services(),
                mirror.hub(),
                view().epoch(),
                view().revision(),
                remembered,
                List.of()));
    }

    void say(ControlMessage message) {
        link.ifPresent(to -> to.toHub(message));
    }

    void publish(String id, long value) {
        ServiceEntry service = new ServiceEntry(id, List.of("x.Y"), member.id(), Map.of("v", value));
        services.put(id, service);
        say(new ControlMessage.PublishService(service));
    }

    void unpublishOne() {
        if (!services.isEmpty()) {
            say(new ControlMessage.UnpublishService(services.pollFirstEntry().getKey()));
        }
    }

    void state(MemberState state) {
        member = member.withState(state);
        say(new ControlMessage.ChangeState(state));
    }

    /** Its end of the link is closed. */
    void close(boolean losingWhatIsOnTheWay) {
        link.ifPresent(open -> open.closeAtNode(losingWhatIsOnTheWay));
        disconnected("closed");
    }

    void disconnected(String cause) {
        link = Optional.empty();
        registered = false;
        heard(mirror.disconnected(cause));
    }

    void hear(HubMessage message) {
        if (message instanceof HubMessage.Registered answer) {
            take(answer.view());
        } else if (message instanceof HubMessage.CurrentView answer) {
            asking = false;
            take(answer.view());
        } else if (message instanceof HubMessage.Refused) {
            close(false);
        } else if (message instanceof HubEvent event && registered && !asking) {
            Optional<List<ViewChange>> changes = mirror.apply(event);
            changes.ifPresent(this::heard);
            if (changes.isEmpty()) {
                asking = true;
                say(new ControlMessage.SnapshotRequest());
            }
        }
    }

    private void take(Snapshot snapshot) {
        if (mirror.objection(snapshot).isPresent()) {
            close(false);
        } else {
            registered = true;
            heard(mirror.take(snapshot));
        }
    }

    private void heard(List<ViewChange> changes) {
        changes.forEach(listener::hear);
        changes.forEach(change -> world.checkLost(mirror.hub(), change));
        listener.verify(view());
        if (!mirror.hub().isEmpty()) {
            verify(world.hub(mirror.hub()).at(view().revision()));
        }
    }

    /** It has the lists that the hub had at that revision, and while the hub is warming perhaps more. */
    private void verify(ClusterView told) {
        if (view().warming()) {
            assertThat(view().members()).containsAll(told.members());
            assertThat(view().services()).containsAll(told.services());
        } else {
            assertThat(view().members()).isEqualTo(told.members());
            assertThat(view().services()).isEqualTo(told.services());
        }
    }
}
