package org.asterism.testing.cluster;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;

/**
 * A hub and its members in one JVM. Everything happens in order but on other threads; {@link #settle} waits until it has.
 *
 * <ul>
 *   <li>{@link #stopHub} is a kill -9 of the hub; {@link #startHub} a new life of it, to which all living members come back.
 *   <li>A new life is warming until everyone remembered is back, or until {@link #endGrace}.
 *   <li>{@link #partition} cuts a link, {@link #hold} slows it: what comes from the hub waits for {@link #release}.
 * </ul>
 */
public final class InMemoryCluster implements AutoCloseable {

    /** How many messages an islanded member keeps. */
    public static final int OUTBOX_BOUND = 1000;

    /** The largest payload, in bytes. */
    public static final int MAX_PAYLOAD = 1024 * 1024;

    private static final Duration SETTLE = Duration.ofSeconds(10);

    private final Lanes lanes = new Lanes();
    private final Star star = new Star();
    private final Traffic traffic = new Traffic(star);
    private final Map<MemberId, InMemoryMember> living = new TreeMap<>();
    private final Set<MemberId> cut = new HashSet<>();
    private long epoch;
    private long lives;

    /** A cluster with a hub that expects nobody, and without members. */
    public InMemoryCluster() {
        this(false);
    }

    private InMemoryCluster(boolean warming) {
        startHub();
        if (!warming) {
            endGrace();
        }
    }

    /** A cluster without members whose hub is in its first moment: it does not know yet whether someone will come back. */
    public static InMemoryCluster warming() {
        return new InMemoryCluster(true);
    }

    /** The hub as a member of its own cluster; another one after each {@link #startHub}. */
    public InMemoryMember hub() {
        return star.hub();
    }

    /** A new member, or a new life of one; the life before, if it still runs, ends like that of a killed process. */
    public synchronized InMemoryMember join(String id, MemberKind kind) {
        InMemoryMember member = member(new MemberId(id), kind);
        InMemoryMember before = living.put(member.id(), member);
        if (before != null) {
            end(before);
        }
        cut.remove(member.id());
        reconnect(member);
        return member;
    }

    public synchronized void stopHub() {
        if (star.isUp()) {
            star.stop();
        }
    }

    /** A new life of the hub; does nothing if it is up. */
    public synchronized void startHub() {
        if (!star.isUp()) {
            epoch++;
            star.start(member(MemberId.HUB, MemberKind.HUB), epoch);
            living.values().stream()
                    .filter(member -> !cut.contains(member.id()))
                    .forEach(this::reconnect);
        }
    }

    /** The hub waits no longer for those who are not back. */
    public synchronized void endGrace() {
        star.endGrace();
    }

    /** The hub knows that everyone is back. */
    public synchronized void everyoneIsBack() {
        star.everyoneIsBack();
    }

    /** Cuts the link between a member and the hub; both notice at once. */
    public synchronized void partition(InMemoryMember member) {
        cut.add(member.id());
        star.disconnect(member, "the link is cut");
        star.lose(member.self(), "its connection is lost");
    }

    public synchronized void heal(InMemoryMember member) {
        if (cut.remove(member.id())) {
            reconnect(member);
        }
    }

    /** Ends a member without a word. Its services stay callable and fail. */
    public synchronized void kill(InMemoryMember member) {
        if (living.remove(member.id(), member)) {
            end(member);
            star.lose(member.self(), "its connection is closed");
        }
    }

    /** Ends a member with a good-bye. */
    public synchronized void leave(InMemoryMember member) {
        if (living.remove(member.id(), member)) {
            star.leave(member);
            end(member);
        }
    }

    /** From now on what comes from the hub waits. */
    public void hold(InMemoryMember member) {
        member.inbox().hold(true);
    }

    public void release(InMemoryMember member) {
        member.inbox().hold(false);
    }

    /**
     * Waits until everything that is on the way has arrived and been handled, except what is held.
     *
     * @throws IllegalStateException if that takes over 10 seconds
     */
    public void settle() throws InterruptedException {
        lanes.settle(SETTLE);
    }

    @Override
    public void close() {
        lanes.close();
    }

    private InMemoryMember member(MemberId id, MemberKind kind) {
        lives++;
        return new InMemoryMember(star, traffic, lanes, id, kind, id + "#" + lives);
    }

    private void reconnect(InMemoryMember member) {
        if (star.isUp()) {
            star.connect(member);
        }
    }

    private void end(InMemoryMember member) {
        star.disconnect(member, "the member has ended");
        member.end();
    }
}
