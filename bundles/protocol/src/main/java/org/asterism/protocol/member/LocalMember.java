package org.asterism.protocol.member;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.asterism.cluster.ClusterEvent;
import org.asterism.cluster.ClusterListener;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberState;
import org.asterism.cluster.spi.MemberControl;
import org.asterism.cluster.spi.ServicePublisher;
import org.asterism.messaging.MessageService;
import org.asterism.metrics.MetricSource;
import org.asterism.protocol.Addresses;
import org.asterism.protocol.ControlMessage;
import org.asterism.protocol.Envelope;
import org.asterism.protocol.HubEvent;
import org.asterism.protocol.Life;
import org.asterism.protocol.Snapshot;

/**
 * The services of this member, without the link that carries them. Thread-safe; never blocks.
 *
 * <ol>
 *   <li>The services work from the beginning, with or without a link.
 *   <li>{@link #registration} says everything a new hub needs to know.
 *   <li>A link calls {@link #take} after it registered, then {@link #apply} and {@link #received} in the order of arrival,
 *       {@link #disconnected} when it is down, and {@link #tick} every few milliseconds all the time.
 * </ol>
 */
public final class LocalMember implements ClusterService, MemberControl {

    private static final int MAX_DEATHS = 256;

    private final Outlet outlet;
    private final Messenger messenger;
    private final Publications publications;
    private final Subscribers subscribers;
    private final Set<Life> deaths = new LinkedHashSet<>();
    private final ViewMirror mirror = new ViewMirror();
    private Member member;
    private volatile ClusterView view = ClusterView.UNKNOWN;

    /**
     * @param executor runs listeners and handlers; each of them may keep one of its threads busy
     * @param clock monotonic, in nanoseconds
     */
    public LocalMember(Member member, MessagingLimits limits, Outlet outlet, Executor executor, LongSupplier clock) {
        this.member = member;
        this.outlet = outlet;
        this.messenger = new Messenger(Life.of(member), limits, outlet, executor, clock);
        this.publications = new Publications(member.id(), outlet);
        this.subscribers = new Subscribers(executor);
    }

    public MessageService messages() {
        return messenger;
    }

    /** Messages by topic. */
    public MetricSource numbers() {
        return messenger.numbers();
    }

    public ServicePublisher publisher() {
        return publications;
    }

    @Override
    public MemberId self() {
        return member().id();
    }

    @Override
    public String incarnation() {
        return member().incarnation();
    }

    /** How this member describes itself now. */
    public synchronized Member member() {
        return member;
    }

    @Override
    public ClusterView view() {
        return view;
    }

    @Override
    public synchronized Optional<ClusterEvent.ViewSettled> settled() {
        return mirror.settled();
    }

    /** Not while a change is told: who has seen it in the view does not hear of it. */
    @Override
    public synchronized AutoCloseable subscribe(ClusterListener listener) {
        return subscribers.add(listener);
    }

    @Override
    public synchronized void state(MemberState state) {
        member = member.withState(state);
        outlet.control(new ControlMessage.ChangeState(state));
    }

    @Override
    public synchronized void reportDeath(MemberId dead, String incarnation) {
        Life life = new Life(dead, incarnation);
        deaths.add(life);
        if (deaths.size() > MAX_DEATHS) {
            deaths.remove(deaths.iterator().next());
        }
        outlet.control(new ControlMessage.ReportDeath(life));
    }

    /** Everything a hub needs to know of this member. */
    public synchronized ControlMessage.Register registration() {
        List<Life> remembered = new ArrayList<>();
        view.members().forEach(other -> remembered.add(Life.of(other)));
        return new ControlMessage.Register(
                member,
                messenger.patterns(),
                messenger.topics(),
                publications.offers(),
                mirror.hub(),
                view.epoch(),
                view.revision(),
                remembered,
                List.copyOf(deaths));
    }

    /** Why the view of that hub must not be taken; empty if it may. */
    public synchronized Optional<String> objection(Snapshot snapshot) {
        return mirror.objection(snapshot);
    }

    /** The hub told the whole view. */
    public synchronized void take(Snapshot snapshot) {
        changed(mirror.take(snapshot));
    }

    /** The hub told everyone of a change; false if something was missed and a snapshot is needed. */
    public synchronized boolean apply(HubEvent event) {
        return mirror.apply(event).map(this::changed).isPresent();
    }

    /** In the hub: a life of a member has ended for certain. Changes nothing but is told to the listeners here. */
    public synchronized void died(Life life, String cause) {
        ClusterEvent event = new ClusterEvent.MemberDied(life.id(), life.incarnation(), cause);
        subscribers.tell(List.of(new ViewChange(event, view, view)));
    }

    /** The link is down. */
    public synchronized void disconnected(String cause) {
        List<ViewChange> changes = mirror.disconnected(cause);
        if (!changes.isEmpty()) {
            messenger.linkLost(mirror.presence(), cause);
        }
        changed(changes);
    }

    /**
     * Messages of one sender, of one kind and on one topic, came in. Call it for each sender in the order of arrival.
     *
     * @param address where they were sent
     * @param receipt released as soon as those who listen have heard them
     */
    public void received(String address, List<Envelope> run, Receipt receipt) {
        if (!run.isEmpty()) {
            messenger.received(Addresses.letter(address) == Addresses.ONE_MEMBER, run, receipt);
        }
    }

    /** Every receiver has what has left through the outlet up to this position. */
    public void confirmed(long position) {
        messenger.confirmed(position);
    }

    /** Time goes by. */
    public void tick() {
        messenger.tick();
    }

    private boolean changed(List<ViewChange> changes) {
        view = mirror.view();
        messenger.presence(mirror.presence());
        for (ViewChange change : changes) {
            if (change.event() instanceof ClusterEvent.MemberLost lost) {
                messenger.lost(lost.member().id());
            } else if (change.event() instanceof ClusterEvent.MemberLeft left) {
                messenger.lost(left.member().id());
            }
        }
        subscribers.tell(changes);
        return true;
    }
}
