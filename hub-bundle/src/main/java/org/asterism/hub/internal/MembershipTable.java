package org.asterism.hub.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.protocol.ControlMessage;
import org.asterism.protocol.ControlMessage.Register;
import org.asterism.protocol.ControlMessage.Stranger;
import org.asterism.protocol.HubEvent;
import org.asterism.protocol.HubMessage;
import org.asterism.protocol.Life;
import org.asterism.protocol.ProtocolVersion;
import org.asterism.protocol.Snapshot;

/**
 * The client list and the service list. Deterministic, never reads the clock, one thread.
 *
 * <ol>
 *   <li>Each announced event has the next revision; the lists change with no other command.
 *   <li>An id has one live incarnation at most: while its connection is open, another incarnation is refused.
 *   <li>A member leaves the list, with its services, only when its connection closes, when it says good-bye or when its
 *       death is reported; only good-bye is "left".
 *   <li>The epoch is higher than any that a registered member has seen from another hub. If the epoch comes from an
 *       arbiter it is never raised: a member that has seen a higher one shows that this hub is deposed.
 *   <li>Warming ends as {@link Warming} says; never again.
 *   <li>Both lists are bounded; what is past a bound is refused.
 * </ol>
 */
public final class MembershipTable {

    private final String hub;
    private final boolean arbitrated;
    private final EffectLog log;
    private final ClientList clients = new ClientList();
    private final ServiceList services = new ServiceList();
    private final Expectations expectations = new Expectations();
    private final Admission admission;
    private final Offers offers;
    private final Warming warming;
    private boolean deposed;
    private List<Life> recalled = List.of();

    /** Without an arbiter, with the default limits. */
    public MembershipTable(String hub, long epoch, Duration grace, long now) {
        this(hub, epoch, false, grace, MembershipLimits.DEFAULT, now);
    }

    /**
     * @param hub this life of the hub
     * @param epoch by the clock, or by the arbiter
     * @param arbitrated whether somebody sees to it that no two hubs have one epoch and the newer the higher
     * @param grace how long members of the former life are waited for
     * @param now monotonic, in nanoseconds, as in {@link #apply}
     */
    public MembershipTable(
            String hub, long epoch, boolean arbitrated, Duration grace, MembershipLimits limits, long now) {
        this.hub = hub;
        this.arbitrated = arbitrated;
        this.log = new EffectLog(epoch);
        this.admission = new Admission(clients, limits);
        this.offers = new Offers(services, limits, log);
        this.warming = new Warming(grace, expectations, now);
    }

    /** Both lists at this moment. */
    public Snapshot snapshot() {
        return new Snapshot(
                hub,
                log.epoch(),
                log.revision(),
                !warming.over(),
                warming.complete(),
                clients.members(),
                services.all());
    }

    /** Whether members of the former life are waited for. */
    boolean isWarming() {
        return !warming.over();
    }

    public List<Effect> apply(Command command, long now) {
        if (deposed) {
            return List.of();
        }
        if (command instanceof Command.FromMember from) {
            fromMember(from, now);
        } else if (command instanceof Command.FromHub from) {
            fromHub(from.message());
        } else if (command instanceof Command.ConnectionClosed closed) {
            closed(closed);
        } else if (command instanceof Command.Opened) {
            warming.open(now);
        }
        if (!deposed && warming.ends(now)) {
            log.announce((e, r) -> new HubEvent.ViewSettled(e, r, warming.complete()));
        }
        return log.drain();
    }

    private void fromMember(Command.FromMember from, long now) {
        if (from.message() instanceof Stranger stranger) {
            String objection = ProtocolVersion.objection(from.user(), stranger.version());
            log.answer(from.connection(), new HubMessage.Refused(objection));
            return;
        }
        if (from.message() instanceof Register register) {
            Optional<String> refusal = admission.refusal(from.user(), register).or(() -> pastOf(register.member()));
            if (refusal.isPresent()) {
                log.answer(from.connection(), new HubMessage.Refused(refusal.get()));
            } else if (arbitrated && knowsAnotherHubAsHigh(register)) {
                deposed = true;
                log.add(new Effect.Deposed(register.lastEpoch()));
            } else {
                register(new Registration(register.member(), from.connection()), register, now);
            }
            return;
        }
        clients.at(from.connection())
                .ifPresentOrElse(
                        sender -> carryOut(sender, from.message()),
                        () -> log.add(new Effect.CloseConnection(from.connection(), "it is not registered")));
    }

    /** What a process said before it died may be heard when its successor is remembered, but not back. */
    private Optional<String> pastOf(Member member) {
        return !warming.over() && expectations.awaitsLater(Life.of(member))
                ? Optional.of("a later life of '" + member.id() + "' is waited for; look at the clock of "
                        + member.host() + " if this is the later one")
                : Optional.empty();
    }

    private void closed(Command.ConnectionClosed closed) {
        clients.at(closed.connection()).ifPresent(gone -> lose(gone, closed.cause()));
        log.add(new Effect.Detach(closed.connection()));
    }

    private boolean knowsAnotherHubAsHigh(Register register) {
        boolean other = !register.lastHub().equals(hub) && register.lastEpoch() > 0;
        return register.lastEpoch() > log.epoch() || (other && register.lastEpoch() == log.epoch());
    }

    private void register(Registration registration, Register register, long now) {
        if (knowsAnotherHubAsHigh(register)) { // so that fencing tokens grow although the clock went back
            log.raiseEpoch(register.lastEpoch() + 1);
        }
        boolean returns = !warming.over()
                && register.lastEpoch() > 0
                && !register.lastHub().equals(hub);
        if (returns) {
            register.remembered().forEach(this::endPastOf);
        }
        String connection = registration.connection();
        clients.put(registration)
                .map(Registration::connection)
                .filter(former -> !former.equals(connection))
                .ifPresent(former -> {
                    log.add(new Effect.Detach(former));
                    log.add(new Effect.CloseConnection(former, "its member has a new connection"));
                });
        log.add(new Effect.Attach(connection, register.member(), register.listens(), register.serves()));
        offers.register(registration, register.services());
        log.announce((e, r) -> new HubEvent.MemberJoined(e, r, register.member(), services.of(registration.id())));
        log.answer(connection, new HubMessage.Registered(snapshot()));
        expectations.back(registration.life()).forEach(life -> died(life, "a new life of it has registered"));
        register.deaths().forEach(life -> died(life, ended(registration.id())));
        if (returns) {
            warming.returned(register, now);
            remember(register.remembered());
        }
    }

    /** Who was in the list when somebody remembered the same is accounted for already. */
    private void remember(List<Life> lives) {
        if (!lives.equals(recalled)) {
            lives.forEach(this::remember);
            recalled = lives;
        }
    }

    /** A member in the list of whom a later life is remembered has spoken from the past. */
    private void endPastOf(Life remembered) {
        clients.of(remembered.id())
                .filter(present -> remembered.isAfter(present.life()))
                .ifPresent(past -> {
                    String cause = "a later life of it is remembered";
                    log.add(new Effect.Detach(past.connection()));
                    log.add(new Effect.CloseConnection(past.connection(), cause));
                    lose(past, cause);
                });
    }

    private void remember(Life life) {
        Optional<Life> present = clients.of(life.id()).map(Registration::life);
        if (present.isPresent()) {
            present.filter(other -> !other.equals(life))
                    .ifPresent(other -> died(life, "a new life of it has registered"));
            return;
        }
        switch (expectations.expect(life)) {
            case EXPECTED -> {}
            case LEFT -> log.announce((e, r) -> new HubEvent.MemberLeft(e, r, life));
            case DEAD -> log.announce((e, r) -> new HubEvent.MemberLost(e, r, life, "its process has ended"));
        }
    }

    private void carryOut(Registration sender, ControlMessage message) {
        if (message instanceof ControlMessage.PublishService publish) {
            offers.publish(sender, publish.service());
        } else if (message instanceof ControlMessage.UnpublishService unpublish) {
            offers.withdraw(unpublish.id(), sender.id());
        } else if (message instanceof ControlMessage.ChangeState change) {
            change(sender, sender.member().withState(change.state()));
        } else if (message instanceof ControlMessage.ReportDeath death) {
            died(death.life(), ended(sender.id()));
        } else if (message instanceof ControlMessage.Leave) {
            expectations.left(sender.life());
            log.add(new Effect.Detach(sender.connection()));
            remove(sender, (e, r) -> new HubEvent.MemberLeft(e, r, sender.life()));
        } else if (message instanceof ControlMessage.SnapshotRequest) {
            log.answer(sender.connection(), new HubMessage.CurrentView(snapshot()));
        }
    }

    private void fromHub(ControlMessage message) {
        if (message instanceof ControlMessage.PublishService publish) {
            offers.publish(publish.service());
        } else if (message instanceof ControlMessage.UnpublishService unpublish) {
            offers.withdraw(unpublish.id(), MemberId.HUB);
        } else if (message instanceof ControlMessage.ReportDeath death) {
            died(death.life(), ended(MemberId.HUB));
        }
    }

    private void change(Registration registration, Member changed) {
        if (!changed.equals(registration.member())) {
            clients.put(registration.withMember(changed));
            log.announce((e, r) -> new HubEvent.MemberChanged(e, r, changed));
        }
    }

    private static String ended(MemberId witness) {
        return "its process has ended, says " + witness;
    }

    private void died(Life life, String cause) {
        if (!expectations.died(life)) {
            return;
        }
        Optional<Registration> present =
                clients.of(life.id()).filter(registration -> registration.life().equals(life));
        if (present.isPresent()) {
            log.add(new Effect.Detach(present.get().connection()));
            log.add(new Effect.CloseConnection(present.get().connection(), cause));
            lose(present.get(), cause);
        } else if (!warming.over()) {
            log.announce((e, r) -> new HubEvent.MemberLost(e, r, life, cause));
        }
        log.add(new Effect.Died(life, cause));
    }

    private void lose(Registration registration, String cause) {
        remove(registration, (e, r) -> new HubEvent.MemberLost(e, r, registration.life(), cause));
    }

    private void remove(Registration registration, EffectLog.Numbered event) {
        recalled = List.of();
        clients.remove(registration);
        services.withdrawAll(registration.id());
        log.announce(event);
    }
}
