package org.asterism.dispatcher.internal;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.asterism.cluster.MemberId;
import org.asterism.servernode.NodeState;
import org.asterism.servernode.NodeStatus;

/**
 * One server node as the dispatcher sees it. What is known of the node never changes; the count of outstanding requests and
 * the health do, and are handed on when more becomes known of the same node.
 */
public final class Target {

    private static final int HTTP = 80;

    private final NodeStatus status;
    private final Optional<InetSocketAddress> address;
    private final List<String> applications;
    private final StickyCookie cookie;
    private final AtomicInteger outstanding;
    private final AtomicReference<Health> health;
    private final TargetRecord record;

    private Target(
            NodeStatus status,
            StickyCookie cookie,
            AtomicInteger outstanding,
            AtomicReference<Health> health,
            TargetRecord record) {
        this.status = status;
        this.address = status.url().map(Target::addressOf);
        this.applications =
                status.applications().stream().map(ContextPath::normalize).toList();
        this.cookie = cookie;
        this.outstanding = outstanding;
        this.health = health;
        this.record = record;
    }

    private Target known(boolean started) {
        record.expected().now(applications, status.state() == NodeState.UP, started);
        return this;
    }

    /** @throws IllegalArgumentException if the URL or a context path is no such thing */
    static Target of(NodeStatus status, StickyKey key) {
        return new Target(
                        status,
                        key.cookieOf(status.id()),
                        new AtomicInteger(),
                        new AtomicReference<>(Health.GOOD),
                        new TargetRecord())
                .known(false);
    }

    /** @throws IllegalArgumentException if {@link #of} would throw it */
    static void requireValid(NodeStatus status) {
        status.url().ifPresent(Target::addressOf);
        status.applications().forEach(ContextPath::normalize);
    }

    /** More is known of this node: its counters go on; its health begins anew with a new process or a new start. */
    Target with(NodeStatus newer) {
        boolean sameLife = newer.pid() == status.pid() && newer.url().equals(status.url());
        boolean started = newer.state() == NodeState.UP && status.state() != NodeState.UP;
        return new Target(
                        newer,
                        cookie,
                        outstanding,
                        sameLife && !started ? health : new AtomicReference<>(Health.GOOD),
                        record)
                .known(started);
    }

    public MemberId id() {
        return status.id();
    }

    public NodeStatus status() {
        return status;
    }

    public StickyCookie cookie() {
        return cookie;
    }

    /** Whether this is the value of its cookie. */
    public boolean isNamedBy(String key) {
        return cookie.is(key);
    }

    /** Not resolved. Present for whatever {@link #takesNew} or {@link #takesSticky}. */
    public InetSocketAddress address() {
        return address.orElseThrow();
    }

    public List<String> applications() {
        return applications;
    }

    public boolean isAt(String application) {
        return applications.contains(application);
    }

    /** An application, which is at this target or was, and its slots there. */
    public Place place(String application) {
        return new Place(this, application, record.slots(application));
    }

    /** What is to be told of it. */
    public TargetRecord record() {
        return record;
    }

    int weight() {
        return status.weight();
    }

    public boolean takesNew() {
        return status.state() == NodeState.UP && address.isPresent();
    }

    public boolean takesSticky() {
        return takesNew() || (status.state() == NodeState.DRAINING && address.isPresent());
    }

    public int outstanding() {
        return outstanding.get();
    }

    /** A request goes there; {@link #ended} must follow. */
    public void begun() {
        outstanding.incrementAndGet();
    }

    public void ended() {
        outstanding.decrementAndGet();
    }

    public Health health() {
        return health.get();
    }

    /** Whether this request may go there now. If the target is ejected, at most one request for each pause may. */
    public boolean admit(long now, EjectionRule rule) {
        Health current = health.get();
        return current.admits(now) && (!current.ejected() || health.compareAndSet(current, current.tried(now, rule)));
    }

    /** It answered. Returns whether that ended an ejection. */
    public boolean succeeded() {
        return !health.get().isGood() && health.getAndSet(Health.GOOD).ejected();
    }

    /** A connection was refused or broke. Returns whether that ejected it, again or for the first time. */
    public boolean failed(String cause, long now, EjectionRule rule) {
        Health before = health.getAndUpdate(h -> h.failed(now, rule));
        record.failed(cause, before.isGood(), now);
        return health.get().ejections() > before.ejections();
    }

    private static InetSocketAddress addressOf(URI url) {
        if (!"http".equals(url.getScheme()) || url.getHost() == null) {
            throw new IllegalArgumentException("not the URL of a server node: " + url);
        }
        return InetSocketAddress.createUnresolved(url.getHost(), url.getPort() < 0 ? HTTP : url.getPort());
    }

    @Override
    public String toString() {
        return id() + " (" + status.state() + ")";
    }
}
