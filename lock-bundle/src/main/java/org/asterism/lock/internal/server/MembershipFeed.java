package org.asterism.lock.internal.server;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.asterism.cluster.ClusterEvent;
import org.asterism.cluster.ClusterEvent.MemberDied;
import org.asterism.cluster.ClusterEvent.MemberLeft;
import org.asterism.cluster.ClusterEvent.MemberLost;
import org.asterism.cluster.ClusterEvent.ViewSettled;
import org.asterism.cluster.ClusterListener;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.ClusterView;
import org.asterism.lock.internal.LockCommand;
import org.asterism.lock.internal.LockCommand.Died;
import org.asterism.lock.internal.LockCommand.Disconnected;
import org.asterism.lock.internal.LockCommand.Epoch;
import org.asterism.lock.internal.LockCommand.Present;
import org.asterism.lock.internal.LockCommand.Settled;
import org.asterism.lock.internal.Owner;

/**
 * Tells the lock table who comes and goes. Whose connection is lost keeps its locks; who has died does not. A view that is older
 * than one that was told is not told any more: with it the table would wait for too few.
 */
final class MembershipFeed implements ClusterListener {

    private final Consumer<LockCommand> table;
    private final Runnable membersChanged;
    private ClusterView told = ClusterView.UNKNOWN;

    /** @param membersChanged told before the table hears of it */
    MembershipFeed(Consumer<LockCommand> table, Runnable membersChanged) {
        this.table = table;
        this.membersChanged = membersChanged;
    }

    /** What was told before anyone listened here. The view is read last: whoever the hub no longer waits for is in it. */
    synchronized void begin(ClusterService cluster) {
        Optional<ViewSettled> settled = cluster.settled();
        tell(cluster.view());
        settled.ifPresent(over -> table.accept(new Settled(over.complete())));
    }

    @Override
    public synchronized void changed(ClusterEvent event, ClusterView before, ClusterView after) {
        tell(after);
        if (event instanceof MemberLeft left) {
            table.accept(new Died(Owner.of(left.member()), "it has left"));
        } else if (event instanceof MemberLost lost) {
            table.accept(new Disconnected(Owner.of(lost.member())));
        } else if (event instanceof MemberDied died) {
            table.accept(new Died(new Owner(died.member(), died.incarnation()), died.cause()));
        } else if (event instanceof ViewSettled settled) {
            table.accept(new Settled(settled.complete()));
        }
    }

    private void tell(ClusterView view) {
        if (isOlder(view, told)) {
            return;
        }
        if (view.epoch() != told.epoch()) {
            table.accept(new Epoch(view.epoch()));
        }
        if (!view.members().equals(told.members())) {
            membersChanged.run();
            table.accept(new Present(owners(view)));
        }
        told = view;
    }

    private static boolean isOlder(ClusterView view, ClusterView other) {
        return view.epoch() == other.epoch() ? view.revision() < other.revision() : view.epoch() < other.epoch();
    }

    private static Set<Owner> owners(ClusterView view) {
        return view.members().stream().map(Owner::of).collect(Collectors.toSet());
    }
}
