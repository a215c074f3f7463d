package org.asterism.testing.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.asterism.cluster.ClusterEvent.HubDisconnected;
import org.asterism.cluster.ClusterEvent.MemberDied;
import org.asterism.cluster.ClusterEvent.MemberLeft;
import org.asterism.cluster.ClusterEvent.MemberLost;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.messaging.HubUnavailableException;

/** The hub, if it is up, and who is connected to it. Its monitor guards everything in the cluster that is not in a lane. */
final class Star {

    private final Map<MemberId, InMemoryMember> connected = new TreeMap<>();
    private final Map<MemberId, List<Consumer<InMemoryMember>>> parked = new HashMap<>();
    private InMemoryMember hub;
    private HubLists lists;

    synchronized void start(InMemoryMember newHub, long epoch) {
        hub = newHub;
        lists = new HubLists(epoch, true, this::changed);
        hub.view().start(lists.view());
    }

    synchronized void stop() {
        List.copyOf(connected.values()).forEach(member -> disconnect(member, "the hub is gone"));
        hub.end();
        lists = null;
        parked.clear();
    }

    synchronized void endGrace() {
        if (lists != null) {
            lists.endGrace();
        }
    }

    synchronized void everyoneIsBack() {
        if (lists != null) {
            lists.everyoneIsBack();
        }
    }

    synchronized boolean isUp() {
        return lists != null;
    }

    synchronized InMemoryMember hub() {
        return hub;
    }

    synchronized boolean connected(InMemoryMember member) {
        return lists != null && (member == hub || connected.get(member.id()) == member);
    }

    synchronized void connect(InMemoryMember member) {
        lists.register(member.self(), member.offered(), member.memory());
        connected.put(member.id(), member);
        ClusterView snapshot = lists.view();
        member.remember(snapshot);
        member.inbox().execute(() -> member.view().connected(snapshot));
        List<Consumer<InMemoryMember>> waiting = parked.remove(member.id());
        if (waiting != null) {
            waiting.forEach(task -> task.accept(member));
        }
        flush(member);
    }

    /** The link of a member breaks; the hub sees it at once. */
    synchronized void disconnect(InMemoryMember member, String cause) {
        if (connected.remove(member.id(), member)) {
            member.inbox().execute(() -> member.view().changed(new HubDisconnected(cause)));
            member.carrier().asking().disconnected(new HubUnavailableException(cause));
        }
    }

    synchronized void lose(Member member, String cause) {
        if (lists != null) {
            lists.lose(member, cause);
        }
    }

    synchronized void leave(InMemoryMember member) {
        if (connected.remove(member.id(), member)) {
            lists.leave(member.self());
        }
    }

    synchronized void died(MemberId member, String incarnation, String cause) {
        lists.died(member, incarnation, cause);
    }

    /** Changes the lists if the member is connected; if it is not, its next registration says the same. */
    synchronized void ifConnected(InMemoryMember member, Consumer<HubLists> change) {
        if (connected(member)) {
            change.accept(lists);
        }
    }

    /** Now, or when the member is connected again. */
    synchronized void whenConnected(InMemoryMember member, Runnable task) {
        if (connected(member)) {
            task.run();
        } else if (member.ended()) {
            throw new HubUnavailableException(member.id() + " has ended");
        } else if (member.outbox().size() >= InMemoryCluster.OUTBOX_BOUND) {
            throw new HubUnavailableException(member.id() + " is islanded and keeps no more messages");
        } else {
            member.outbox().add(task);
        }
    }

    /** Completed when {@link #whenConnected} takes a task again. */
    synchronized CompletionStage<Void> room(InMemoryMember member) {
        CompletableFuture<Void> room = new CompletableFuture<>();
        if (member.ended()) {
            room.completeExceptionally(new HubUnavailableException(member.id() + " has ended"));
        } else if (connected(member) || member.outbox().size() < InMemoryCluster.OUTBOX_BOUND) {
            room.complete(null);
        } else {
            member.waitForRoom(room);
        }
        return room.minimalCompletionStage();
    }

    /** The lists of the hub that is up. */
    synchronized ClusterView view() {
        return lists.view();
    }

    synchronized List<InMemoryMember> everyone() {
        List<InMemoryMember> everyone = new ArrayList<>(connected.values());
        everyone.add(hub);
        return everyone;
    }

    /** Hands the member to the task, perhaps only when the new hub sees it again; false if there is no such member. */
    synchronized boolean reach(MemberId id, Consumer<InMemoryMember> task) {
        InMemoryMember member = id.equals(MemberId.HUB) ? hub : connected.get(id);
        if (member != null) {
            task.accept(member);
        } else if (lists.missing(id)) {
            parked.computeIfAbsent(id, missing -> new ArrayList<>()).add(task);
        }
        return member != null || lists.missing(id);
    }

    synchronized List<MemberId> missing() {
        return lists.view().members().stream()
                .map(Member::id)
                .filter(lists::missing)
                .toList();
    }

    private void flush(InMemoryMember member) {
        while (!member.outbox().isEmpty()) {
            member.outbox().poll().run();
        }
        member.hasRoom();
    }

    /** Told to the hub itself and to everyone who is connected; a certain death only to the hub. */
    private void changed(Change change) {
        hub.inbox().execute(() -> hub.view().changed(change));
        if (!(change.event() instanceof MemberDied)) {
            connected.values().forEach(member -> {
                member.remember(change.after());
                member.inbox().execute(() -> member.view().changed(change));
            });
        }
        if (change.event() instanceof MemberLost lost) {
            gone(lost.member().id());
        } else if (change.event() instanceof MemberLeft left) {
            gone(left.member().id());
        }
    }

    private void gone(MemberId id) {
        parked.remove(id);
        everyone().forEach(member -> member.carrier().asking().lost(id));
    }
}
