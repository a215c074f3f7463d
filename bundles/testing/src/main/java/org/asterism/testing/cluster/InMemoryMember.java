package org.asterism.testing.cluster;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.cluster.MemberState;
import org.asterism.cluster.ServiceEntry;
import org.asterism.cluster.spi.MemberControl;
import org.asterism.cluster.spi.ServicePublisher;
import org.asterism.messaging.HubUnavailableException;
import org.asterism.messaging.MessageService;
import org.asterism.testing.contract.ClusterMember;

/** One life of one member: the same four services as in a real member. */
public final class InMemoryMember implements ClusterMember {

    private final Star star;
    /** Everything that comes from the hub, in order. */
    private final Lanes.Lane inbox;
    /** What is kept while the member is islanded. */
    private final Deque<Runnable> outbox = new ArrayDeque<>();
    /** Completed when the outbox is empty again. */
    private final Queue<CompletableFuture<Void>> waitingForRoom = new ConcurrentLinkedQueue<>();

    private final InMemoryView view;
    private final InMemoryMessages messages;
    private final InMemoryServices services;
    private volatile Member self;
    private ClusterView memory = ClusterView.UNKNOWN;
    private volatile boolean ended;

    InMemoryMember(Star star, Traffic traffic, Lanes lanes, MemberId id, MemberKind kind, String incarnation) {
        this.star = star;
        this.inbox = lanes.lane();
        this.self = new Member(id, kind, incarnation, MemberState.UP, "localhost", 1, "test", Map.of(), Instant.EPOCH);
        this.view = new InMemoryView(self, lanes);
        this.messages = new InMemoryMessages(traffic, this, lanes);
        this.services = new InMemoryServices(star, this);
    }

    @Override
    public MemberId id() {
        return self.id();
    }

    @Override
    public String incarnation() {
        return self.incarnation();
    }

    @Override
    public ClusterService cluster() {
        return view;
    }

    @Override
    public MessageService messages() {
        return messages;
    }

    @Override
    public ServicePublisher services() {
        return services;
    }

    @Override
    public MemberControl control() {
        return new Control();
    }

    Member self() {
        return self;
    }

    List<ServiceEntry> offered() {
        return services.entries();
    }

    Lanes.Lane inbox() {
        return inbox;
    }

    Deque<Runnable> outbox() {
        return outbox;
    }

    void waitForRoom(CompletableFuture<Void> room) {
        waitingForRoom.add(room);
    }

    void hasRoom() {
        for (CompletableFuture<Void> room = waitingForRoom.poll(); room != null; room = waitingForRoom.poll()) {
            inbox.execute(completion(room));
        }
    }

    private static Runnable completion(CompletableFuture<Void> room) {
        return () -> room.complete(null);
    }

    InMemoryView view() {
        return view;
    }

    InMemoryMessages carrier() {
        return messages;
    }

    /** What it tells a new hub: the newest lists that were sent to it. */
    ClusterView memory() {
        return memory;
    }

    void remember(ClusterView sent) {
        memory = sent;
    }

    boolean ended() {
        return ended;
    }

    /** The process is gone. */
    void end() {
        ended = true;
        HubUnavailableException cause = new HubUnavailableException(id() + " has ended");
        messages.asking().disconnected(cause);
        waitingForRoom.forEach(room -> room.completeExceptionally(cause));
        inbox.close();
    }

    private final class Control implements MemberControl {

        @Override
        public void state(MemberState state) {
            synchronized (star) {
                self = self.withState(state);
                star.ifConnected(InMemoryMember.this, lists -> lists.state(id(), state));
            }
        }

        @Override
        public void reportDeath(MemberId member, String incarnation) {
            synchronized (star) {
                star.whenConnected(
                        InMemoryMember.this, () -> star.died(member, incarnation, "its death was reported by " + id()));
            }
        }
    }
}
