package org.asterism.testing.cluster;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.asterism.cluster.ClusterEvent;
import org.asterism.cluster.ClusterListener;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;

/** One member's view; changed in the member's inbox, told to each listener in a lane of its own. */
final class InMemoryView implements ClusterService {

    private static final System.Logger LOG = System.getLogger(InMemoryView.class.getName());

    private final Member self;
    private final Lanes lanes;
    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
    private volatile ClusterView view = ClusterView.UNKNOWN;
    private volatile Optional<ClusterEvent.ViewSettled> settled = Optional.empty();

    InMemoryView(Member self, Lanes lanes) {
        this.self = self;
        this.lanes = lanes;
    }

    @Override
    public MemberId self() {
        return self.id();
    }

    @Override
    public String incarnation() {
        return self.incarnation();
    }

    @Override
    public ClusterView view() {
        return view;
    }

    @Override
    public Optional<ClusterEvent.ViewSettled> settled() {
        return settled;
    }

    @Override
    public AutoCloseable subscribe(ClusterListener listener) {
        Subscription subscription = new Subscription(listener, lanes.lane());
        subscriptions.add(subscription);
        return () -> subscriptions.remove(subscription);
    }

    /** The hub's own view, from its first moment. */
    void start(ClusterView first) {
        view = first;
    }

    void changed(ClusterEvent event) {
        changed(Change.of(view, event));
    }

    void changed(Change change) {
        view = change.after();
        if (change.event() instanceof ClusterEvent.ViewSettled end) {
            settled = Optional.of(end);
        } else if (change.before().epoch() != change.after().epoch()) {
            settled = Optional.empty();
        }
        for (Subscription subscription : subscriptions) {
            subscription.lane.execute(() -> {
                if (subscriptions.contains(subscription)) {
                    subscription.tell(change);
                }
            });
        }
    }

    /** A link came up: first that, then everything that is different now. */
    void connected(ClusterView snapshot) {
        changed(new ClusterEvent.HubConnected(snapshot.epoch()));
        ClusterView base = new ClusterView(
                snapshot.epoch(), snapshot.revision(), snapshot.warming(), false, view.members(), view.services());
        view = base;
        Change.between(base, snapshot).forEach(this::changed);
    }

    /** Not a record: each subscription is itself only. */
    private static final class Subscription {

        private final ClusterListener listener;
        private final Lanes.Lane lane;

        Subscription(ClusterListener listener, Lanes.Lane lane) {
            this.listener = listener;
            this.lane = lane;
        }

        @SuppressWarnings("IllegalCatch") // whatever a listener throws is its own affair
        void tell(Change change) {
            try {
                listener.changed(change.event(), change.before(), change.after());
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "A cluster listener failed on " + change.event(), e);
            }
        }
    }
}
