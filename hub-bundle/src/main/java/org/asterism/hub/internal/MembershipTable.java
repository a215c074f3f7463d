package org.asterism.hub.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.cluster.ServiceEntry;
import org.asterism.protocol.ControlMessage;
import org.asterism.protocol.HubEvent;
import org.asterism.protocol.HubMessage;
import org.asterism.protocol.Life;
import org.asterism.protocol.Snapshot;

/**
 * The client list and the service list. Deterministic, never reads the clock, one thread.
 *
 * <ol>
 *   <li>Each announced event has the next revision; the lists change with no other command.
 *   <li>An id has one live incarnation at most: while its connection is open, another incarnation is refused.
 *   <li>A member leaves the list, with its services, only when its connection closes, when it says good-bye or when its
 *       death is reported; only good-bye is "left".
 *   <li>The epoch is higher than any that a registered member has seen from another hub.
 *   <li>Warming ends when everyone whom returning members remember is back or dead, or with the grace time; never again.
 * </ol>
 */
public final class MembershipTable {

    private final String hub;
    private final Duration grace;
    private long graceBegan;
    private final Map<MemberId, Registration> members = new TreeMap<>();
    private final ServiceList services = new ServiceList();
    private final Expectations expectations = new Expectations();
    private final List<Effect> effects = new ArrayList<>();
    private long epoch;
    private long revision;
    private boolean warming = true;
    private boolean complete;

    /**
     * @param hub this life of the hub
     * @param epoch by the clock
     * @param now monotonic, in nanoseconds, as in {@link #apply}
     */
    public MembershipTable(String hub, long epoch, Duration grace, long now) {
        this.hub = hub;
        this.epoch = epoch;
        this.grace = grace;
        this.graceBegan = now;
    }

    /** Both lists at this moment. */
    public Snapshot snapshot() {
        List<Member> listed =
                members.values().stream().map(Registration::member).toList();
        return new Snapshot(hub, epoch, revision, warming, complete, listed, services.all());
    }

    public List<Effect> apply(Command command, long now) {
        if (command instanceof Command.FromMember from) {
            fromMember(from);
        } else if (command instanceof Command.FromHub from) {
            fromHub(from.message());
        } else if (command instanceof Command.ConnectionClosed closed) {
            closed(closed);
        } else if (command instanceof Command.Opened) {
            graceBegan = now;
        }
        settle(now);
        List<Effect> result = List.copyOf(effects);
        effects.clear();
        return result;
    }

    private void fromMember(Command.FromMember from) {
        if (from.message() instanceof ControlMessage.Register register) {
            Optional<String> refusal = refusal(from, register.member());
            if (refusal.isPresent()) {
                effects.add(new Effect.Answer(from.connection(), new HubMessage.Refused(refusal.get())));
            } else {
                register(from.connection(), register);
            }
            return;
        }
        Optional<Registration> sender = registered(from.connection());
        if (sender.isPresent()) {
            carryOut(sender.get(), from.message());
        } else {
            effects.add(new Effect.CloseConnection(from.connection(), "it is not registered"));
        }
    }

    private void closed(Command.ConnectionClosed closed) {
        registered(closed.connection()).ifPresent(gone -> lose(gone, closed.cause()));
        effects.add(new Effect.Detach(closed.connection()));
    }

    private Optional<String> refusal(Command.FromMember from, Member member) {
        MemberId id = member.id();
        if (!id.value().equals(from.user()) || id.equals(MemberId.HUB) || member.kind() == MemberKind.HUB) {
            return Optional.of("'" + from.user() + "' may not register as " + member.kind() + " '" + id + "'");
        }
        return Optional.ofNullable(members.get(id))
                .map(Registration::member)
                .filter(holder -> !holder.sameIncarnation(member))
                .map(holder -> "the id '" + id + "' is taken by a live member: process " + holder.pid() + " on "
                        + holder.host() + ", since " + holder.since() + "; give one of the two another id");
    }

    private void register(String connection, ControlMessage.Register register) {
        raiseEpoch(register);
        MemberId id = register.member().id();
        Registration registration = new Registration(register.member(), connection);
        Registration former = members.put(id, registration);
        if (former != null) {
            services.withdrawAll(id);
            if (!former.connection().equals(connection)) {
                effects.add(new Effect.Detach(former.connection()));
                effects.add(new Effect.CloseConnection(former.connection(), "its member has a new connection"));
            }
        }
        effects.add(new Effect.Attach(connection, register.member(), register.listens(), register.serves()));
        register.services().forEach(service -> offer(registration, service));
        announce((e, r) -> new HubEvent.MemberJoined(e, r, register.member(), services.of(id)));
        answer(registration, new HubMessage.Registered(snapshot()));
        expectations.back(registration.life()).forEach(life -> died(life, "a new life of it has registered"));
        remember(register);
    }

    /** Keeps fencing tokens growing when the clock went back or two lives of the hub began in one second. */
    private void raiseEpoch(ControlMessage.Register register) {
        boolean other = !register.lastHub().equals(hub) && register.lastEpoch() > 0;
        if (register.lastEpoch() > epoch || (other && register.lastEpoch() == epoch)) {
            epoch = register.lastEpoch() + 1;
            announce(HubEvent.EpochRaised::new);
        }
    }

    private void remember(ControlMessage.Register register) {
        register.deaths().forEach(life -> died(life, ended(register.member().id())));
        if (!warming || register.lastEpoch() == 0 || register.lastHub().equals(hub)) {
            return;
        }
        expectations.returned();
        register.remembered().forEach(this::remember);
    }

    private void remember(Life life) {
        Registration present = members.get(life.id());
        if (present != null && !present.life().equals(life)) {
            died(life, "a new life of it has registered");
        } else if (present == null && !expectations.expect(life)) {
            announce((e, r) -> new HubEvent.MemberLost(e, r, life, "its process has ended"));
        }
    }

    private void carryOut(Registration sender, ControlMessage message) {
        if (message instanceof ControlMessage.PublishService publish) {
            publish(sender, publish.service());
        } else if (message instanceof ControlMessage.UnpublishService unpublish) {
            withdraw(unpublish.id(), sender.member().id());
        } else if (message instanceof ControlMessage.ChangeState change) {
            change(sender, sender.member().withState(change.state()));
        } else if (message instanceof ControlMessage.ReportDeath death) {
            died(death.life(), ended(sender.member().id()));
        } else if (message instanceof ControlMessage.Leave) {
            effects.add(new Effect.Detach(sender.connection()));
            remove(sender, (e, r) -> new HubEvent.MemberLeft(e, r, sender.life()));
        } else if (message instanceof ControlMessage.SnapshotRequest) {
            answer(sender, new HubMessage.CurrentView(snapshot()));
        }
    }

    private void fromHub(ControlMessage message) {
        if (message instanceof ControlMessage.PublishService publish) {
            announce(publish.service(), services.offer(publish.service()));
        } else if (message instanceof ControlMessage.UnpublishService unpublish) {
            withdraw(unpublish.id(), MemberId.HUB);
        } else if (message instanceof ControlMessage.ReportDeath death) {
            died(death.life(), ended(MemberId.HUB));
        }
    }

    private void publish(Registration owner, ServiceEntry service) {
        announce(service, offer(owner, service));
    }

    private ServiceList.Outcome offer(Registration owner, ServiceEntry service) {
        MemberId id = owner.member().id();
        ServiceEntry offered = new ServiceEntry(service.id(), service.interfaces(), id, service.properties());
        ServiceList.Outcome outcome = services.offer(offered);
        if (outcome == ServiceList.Outcome.REFUSED) {
            String reason = "already offered by " + services.owner(service.id()).orElseThrow();
            answer(owner, new HubMessage.ServiceRefused(service.id(), reason));
        }
        return outcome;
    }

    private void announce(ServiceEntry service, ServiceList.Outcome outcome) {
        if (outcome == ServiceList.Outcome.ADDED) {
            announce((e, r) -> new HubEvent.ServiceAdded(e, r, service));
        } else if (outcome == ServiceList.Outcome.CHANGED) {
            announce((e, r) -> new HubEvent.ServiceChanged(e, r, service));
        }
    }

    private void withdraw(String id, MemberId owner) {
        if (services.withdraw(id, owner)) {
            announce((e, r) -> new HubEvent.ServiceRemoved(e, r, id));
        }
    }

    private void change(Registration registration, Member changed) {
        if (!changed.equals(registration.member())) {
            members.put(changed.id(), registration.withMember(changed));
            announce((e, r) -> new HubEvent.MemberChanged(e, r, changed));
        }
    }

    private static String ended(MemberId witness) {
        return "its process has ended, says " + witness;
    }

    private void died(Life life, String cause) {
        if (!expectations.died(life)) {
            return;
        }
        Optional<Registration> present = Optional.ofNullable(members.get(life.id()))
                .filter(registration -> registration.life().equals(life));
        if (present.isPresent()) {
            effects.add(new Effect.CloseConnection(present.get().connection(), cause));
            lose(present.get(), cause);
        } else if (warming) {
            announce((e, r) -> new HubEvent.MemberLost(e, r, life, cause));
        }
        effects.add(new Effect.Died(life, cause));
    }

    private void lose(Registration registration, String cause) {
        remove(registration, (e, r) -> new HubEvent.MemberLost(e, r, registration.life(), cause));
    }

    private void remove(Registration registration, Numbered event) {
        members.remove(registration.member().id());
        services.withdrawAll(registration.member().id());
        announce(event);
    }

    private void settle(long now) {
        if (warming && (expectations.met() || now - graceBegan >= grace.toNanos())) {
            warming = false;
            complete = expectations.met();
            announce((e, r) -> new HubEvent.ViewSettled(e, r, complete));
        }
    }

    private Optional<Registration> registered(String connection) {
        return members.values().stream()
                .filter(registration -> registration.connection().equals(connection))
                .findFirst();
    }

    private void answer(Registration to, HubMessage.Answer answer) {
        effects.add(new Effect.Answer(to.connection(), answer));
    }

    private void announce(Numbered event) {
        revision++;
        effects.add(new Effect.Announce(event.number(epoch, revision)));
    }

    @FunctionalInterface
    private interface Numbered {
        HubEvent number(long epoch, long revision);
    }
}
