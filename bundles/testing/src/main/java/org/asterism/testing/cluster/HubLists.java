package org.asterism.testing.cluster;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.asterism.cluster.ClusterEvent;
import org.asterism.cluster.ClusterEvent.MemberChanged;
import org.asterism.cluster.ClusterEvent.MemberDied;
import org.asterism.cluster.ClusterEvent.MemberJoined;
import org.asterism.cluster.ClusterEvent.MemberLeft;
import org.asterism.cluster.ClusterEvent.MemberLost;
import org.asterism.cluster.ClusterEvent.ServiceAdded;
import org.asterism.cluster.ClusterEvent.ServiceChanged;
import org.asterism.cluster.ClusterEvent.ServiceRemoved;
import org.asterism.cluster.ClusterEvent.ViewSettled;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberState;
import org.asterism.cluster.ServiceEntry;

/** The two lists of one life of the hub. Tells every change to the outlet, in order. */
final class HubLists {

    private final Consumer<Change> outlet;
    /** Who is in the view because others remember it, and has not come back yet. */
    private final Set<MemberId> missing = new HashSet<>();
    /** Lives that have ended in this epoch: no memory brings them back. */
    private final Set<String> ended = new HashSet<>();

    private ClusterView view;
    /** Whether someone has come who knows a former life: only then is it known who is missing. */
    private boolean reminded;

    HubLists(long epoch, boolean warming, Consumer<Change> outlet) {
        this.view = new ClusterView(epoch, 0, warming, false, List.of(), List.of());
        this.outlet = outlet;
    }

    ClusterView view() {
        return view;
    }

    boolean missing(MemberId id) {
        return missing.contains(id);
    }

    void register(Member member, List<ServiceEntry> services, ClusterView memory) {
        if (view.warming()) {
            reminded |= memory.epoch() > 0;
            remember(memory);
        }
        view.member(member.id()).filter(known -> !known.sameIncarnation(member)).ifPresent(known -> {
            lose(known, "a new incarnation has registered");
            tell(new MemberDied(known.id(), known.incarnation(), "a new incarnation has registered"));
        });
        missing.remove(member.id());
        view.member(member.id()).ifPresentOrElse(known -> change(known, member), () -> tell(new MemberJoined(member)));
        replaceServices(member.id(), services);
        settleIfComplete();
    }

    private void remember(ClusterView memory) {
        for (Member member : memory.members()) {
            if (view.member(member.id()).isEmpty() && !ended.contains(life(member))) {
                missing.add(member.id());
                tell(new MemberJoined(member));
                memory.services().stream()
                        .filter(service -> service.member().equals(member.id()))
                        .forEach(this::offer);
            }
        }
    }

    void leave(Member member) {
        withdrawAll(member.id());
        ended.add(life(member));
        view.member(member.id()).filter(member::sameIncarnation).ifPresent(known -> tell(new MemberLeft(known)));
    }

    void lose(Member member, String cause) {
        ended.add(life(member));
        missing.remove(member.id());
        view.member(member.id()).filter(member::sameIncarnation).ifPresent(known -> {
            withdrawAll(known.id());
            tell(new MemberLost(known, cause));
        });
    }

    void died(MemberId id, String incarnation, String cause) {
        view.member(id).filter(known -> known.incarnation().equals(incarnation)).ifPresent(known -> lose(known, cause));
        tell(new MemberDied(id, incarnation, cause));
        settleIfComplete();
    }

    void endGrace() {
        if (view.warming()) {
            List.copyOf(missing).stream()
                    .sorted()
                    .forEach(id -> lose(view.member(id).orElseThrow(), "it did not come back to the new hub"));
            tell(new ViewSettled(false));
        }
    }

    void everyoneIsBack() {
        reminded = true;
        settleIfComplete();
    }

    private void settleIfComplete() {
        if (view.warming() && reminded && missing.isEmpty()) {
            tell(new ViewSettled(true));
        }
    }

    void state(MemberId id, MemberState state) {
        view.member(id).ifPresent(known -> change(known, known.withState(state)));
    }

    void offer(ServiceEntry service) {
        view.service(service.id())
                .filter(known -> !known.equals(service))
                .ifPresent(known -> tell(new ServiceChanged(known, service)));
        if (view.service(service.id()).isEmpty()) {
            tell(new ServiceAdded(service));
        }
    }

    void withdraw(String id) {
        view.service(id).ifPresent(service -> tell(new ServiceRemoved(service)));
    }

    private void change(Member before, Member after) {
        if (!before.equals(after)) {
            tell(new MemberChanged(before, after));
        }
    }

    private void replaceServices(MemberId owner, List<ServiceEntry> services) {
        Set<String> kept = new HashSet<>();
        services.forEach(service -> kept.add(service.id()));
        view.services().stream()
                .filter(service -> service.member().equals(owner) && !kept.contains(service.id()))
                .forEach(service -> withdraw(service.id()));
        services.forEach(this::offer);
    }

    private void withdrawAll(MemberId owner) {
        replaceServices(owner, List.of());
    }

    private void tell(ClusterEvent event) {
        long revision = event instanceof MemberDied ? view.revision() : view.revision() + 1;
        ClusterView before = view;
        ClusterView after = Change.of(before, event).after();
        view = new ClusterView(after.epoch(), revision, after.warming(), false, after.members(), after.services());
        outlet.accept(new Change(event, before, view));
    }

    private static String life(Member member) {
        return member.id() + " " + member.incarnation();
    }
}
