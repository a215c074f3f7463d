package org.asterism.protocol.member;

import java.util.List;
import java.util.Optional;
import org.asterism.cluster.ClusterEvent;
import org.asterism.cluster.ClusterEvent.ViewSettled;
import org.asterism.cluster.ClusterView;
import org.asterism.protocol.HubEvent;
import org.asterism.protocol.Snapshot;

/**
 * The lists of the hub as one member knows them. Deterministic, not thread-safe. An event costs O(log n) for each change it
 * makes, a snapshot O(n log n).
 *
 * <ol>
 *   <li>A member of the former view that a warming hub does not know yet stays in the view and is awaited.
 *   <li>It is lost when the hub says so, or when the hub no longer waits and it is still not back. So it is with the services
 *       of the hub itself.
 *   <li>Coming back in the same incarnation is no event; in another one, the former is lost first.
 *   <li>An event whose revision is not the next one is not applied: it is old, or there is a gap.
 *   <li>The epoch never goes back: a hub that is older than one that was seen is refused.
 *   <li>Each change begins in the view in which the change before it ended.
 * </ol>
 */
public final class ViewMirror {

    private final MirroredLists lists = new MirroredLists();
    private String hub = "";
    private Optional<ViewSettled> settled = Optional.empty();

    public ClusterView view() {
        return lists.view();
    }

    Presence presence() {
        return new Presence(!view().stale(), hub, view(), lists.awaited());
    }

    /** How the hub's waiting ended; empty while it waits. */
    public Optional<ViewSettled> settled() {
        return settled;
    }

    /** The life of the hub that was heard last; empty if none. */
    public String hub() {
        return hub;
    }

    /** Why this snapshot must not be taken; empty if it may. */
    public Optional<String> objection(Snapshot snapshot) {
        return snapshot.epoch() < view().epoch()
                ? Optional.of("an old hub (epoch " + snapshot.epoch() + ", newer " + view().epoch() + ")")
                : Optional.empty();
    }

    /**
     * The link is up, or a gap is filled: takes over what the hub has.
     *
     * @throws IllegalArgumentException if there is an {@link #objection}
     */
    public List<ViewChange> take(Snapshot snapshot) {
        objection(snapshot).ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
        boolean connected = view().stale() || snapshot.epoch() != view().epoch();
        boolean settles = view().warming() && !snapshot.warming();
        boolean newHub = !snapshot.hub().equals(hub);
        hub = snapshot.hub();
        lists.head(snapshot.epoch(), snapshot.revision(), snapshot.warming(), false);
        settled = snapshot.warming() ? Optional.empty() : Optional.of(new ViewSettled(snapshot.complete()));
        if (connected) {
            lists.emit(new ClusterEvent.HubConnected(snapshot.epoch()));
        }
        new Takeover(lists, snapshot, newHub).run();
        if (settles) {
            settle(snapshot.complete());
        }
        return lists.drain();
    }

    /** The link is down. */
    public List<ViewChange> disconnected(String cause) {
        if (!view().stale()) {
            lists.head(view().epoch(), view().revision(), view().warming(), true);
            lists.emit(new ClusterEvent.HubDisconnected(cause));
        }
        return lists.drain();
    }

    /** Applies what the hub tells everyone; empty if something was missed and a snapshot is needed. */
    public Optional<List<ViewChange>> apply(HubEvent event) {
        ClusterView known = view();
        boolean old = event.epoch() == known.epoch() && event.revision() <= known.revision();
        if (old || event.epoch() < known.epoch()) {
            return Optional.of(List.of());
        }
        boolean sameEpoch = event.epoch() == known.epoch() || event instanceof HubEvent.EpochRaised;
        if (!sameEpoch || event.revision() != known.revision() + 1) {
            return Optional.empty();
        }
        lists.head(event.epoch(), event.revision(), known.warming(), known.stale());
        carryOut(event);
        return Optional.of(lists.drain());
    }

    private void carryOut(HubEvent event) {
        if (event instanceof HubEvent.MemberJoined joined) {
            lists.joined(joined.member(), joined.services());
        } else if (event instanceof HubEvent.MemberChanged changed) {
            lists.joined(changed.member());
        } else if (event instanceof HubEvent.MemberLeft left) {
            lists.gone(left.life(), ClusterEvent.MemberLeft::new);
        } else if (event instanceof HubEvent.MemberLost lost) {
            lists.gone(lost.life(), member -> new ClusterEvent.MemberLost(member, lost.cause()));
        } else if (event instanceof HubEvent.ServiceAdded added) {
            lists.offered(added.service());
        } else if (event instanceof HubEvent.ServiceChanged changed) {
            lists.offered(changed.service());
        } else if (event instanceof HubEvent.ServiceRemoved removed) {
            lists.withdrawn(removed.id());
        } else if (event instanceof HubEvent.ViewSettled settling) {
            settle(settling.complete());
        } else if (event instanceof HubEvent.EpochRaised raised) {
            lists.emit(new ClusterEvent.HubConnected(raised.epoch()));
        }
    }

    private void settle(boolean complete) {
        lists.head(view().epoch(), view().revision(), false, view().stale());
        lists.awaited().stream()
                .sorted()
                .flatMap(id -> view().member(id).stream())
                .forEach(member -> lists.lost(member, "did not come back after the hub was restarted"));
        List.copyOf(lists.awaitedServices()).forEach(lists::withdrawn);
        settled = Optional.of(new ViewSettled(complete));
        lists.emit(settled.get());
    }
}
