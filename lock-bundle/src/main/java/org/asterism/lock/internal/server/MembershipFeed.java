package org.asterism.lock.internal.server;

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

/** Tells the lock table who comes and goes. Whose connection is lost keeps its locks; who has died does not. */
final class MembershipFeed implements ClusterListener {

    private final Consumer<LockCommand> table;
    private final Runnable membersChanged;

    /** @param membersChanged told before the table hears of it */
    MembershipFeed(Consumer<LockCommand> table, Runnable membersChanged) {
        this.table = table;
        this.membersChanged = membersChanged;
    }

    /** What was told before anyone listened here. */
    void begin(ClusterService cluster) {
        ClusterView view = cluster.view();
        table.accept(new Epoch(view.epoch()));
        table.accept(new Present(owners(view)));
        cluster.settled().ifPresent(settled -> table.accept(new Settled(settled.complete())));
    }

    @Override
    public void changed(ClusterEvent event, ClusterView before, ClusterView after) {
        if (before.epoch() != after.epoch()) {
            table.accept(new Epoch(after.epoch()));
        }
        if (!before.members().equals(after.members())) {
            membersChanged.run();
            table.accept(new Present(owners(after)));
        }
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

    private static Set<Owner> owners(ClusterView view) {
        return view.members().stream().map(Owner::of).collect(Collectors.toSet());
    }
}
