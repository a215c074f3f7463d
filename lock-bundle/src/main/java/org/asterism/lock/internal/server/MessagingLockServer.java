package org.asterism.lock.internal.server;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.asterism.cluster.ClusterService;
import org.asterism.lock.Deadlock;
import org.asterism.lock.LockFilter;
import org.asterism.lock.LockInfo;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockServer;
import org.asterism.lock.LockServerStatus;
import org.asterism.lock.LockStatistics;
import org.asterism.lock.LongHeldLocks;
import org.asterism.lock.internal.LockCommand;
import org.asterism.lock.internal.LockCommand.Force;
import org.asterism.lock.internal.LockEffect.Lost;
import org.asterism.lock.internal.LockTable;
import org.asterism.lock.internal.cbor.LockCodec;
import org.asterism.messaging.MessageService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the lock table to the cluster. */
public final class MessagingLockServer implements LockServer, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MessagingLockServer.class);

    private final DeadlockReports deadlocks;
    private final GuardedTable table;
    private final Lists lists;
    private final LongHeld longHeld;
    private final Yields yields;
    private final DeathWitness witness;
    private final List<AutoCloseable> ends = new ArrayList<>();

    /** Serves until it is closed. */
    public static MessagingLockServer start(
            ClusterService cluster, MessageService messages, LockServerSettings settings, LongSupplier nanoTime) {
        MessagingLockServer server = new MessagingLockServer(messages, settings, nanoTime);
        server.listen(cluster, messages);
        LOG.info(
                "lock server up: lease {} ms, nothing is granted until all have declared",
                settings.lease().toMillis());
        return server;
    }

    private MessagingLockServer(MessageService messages, LockServerSettings settings, LongSupplier nanoTime) {
        LockCodec codec = new LockCodec();
        this.deadlocks = new DeadlockReports(messages, codec);
        LockAnswers answers = new LockAnswers(codec, settings.lease(), new LossNotices(messages, codec), deadlocks);
        this.table = new GuardedTable(settings.table(), new Waiting(), nanoTime, outcomes -> told(answers, outcomes));
        this.yields = new Yields(messages, codec, outcome -> table.apply(outcome));
        this.lists = new Lists(table);
        this.longHeld = new LongHeld(table, settings.longHeld());
        this.witness = new DeathWitness(settings.lease());
    }

    private void listen(ClusterService cluster, MessageService messages) {
        ends.add(table::close);
        longHeld.start();
        table.every(DeathWitness.GRACE, () -> witness.look(table.now(), table::apply));
        Senders senders = new Senders(cluster);
        MembershipFeed feed = new MembershipFeed(this::apply, senders::forgetAll);
        ends.add(cluster.subscribe(feed));
        feed.begin(cluster);
        ends.addAll(LockTopics.serve(messages, senders, table, witness));
    }

    private void told(LockAnswers answers, List<Outcome> outcomes) {
        answers.tell(outcomes);
        yields.ask(outcomes);
    }

    private void apply(LockCommand ofMembers) {
        witness.told(ofMembers, table.now());
        table.apply(ofMembers);
    }

    @Override
    public List<LockInfo> locks(LockFilter filter, int limit) {
        return lists.of(limit, (locks, most, now) -> locks.locks(filter, most, now));
    }

    @Override
    public List<LockInfo> overlapping(LockKey key, int limit) {
        return lists.of(limit, (locks, most, now) -> locks.overlapping(key, most));
    }

    @Override
    public LockServerStatus status() {
        return table.read((locks, now) -> locks.status());
    }

    @Override
    public LockStatistics statistics() {
        return table.read(LockTable::statistics);
    }

    @Override
    public List<Deadlock> deadlocks() {
        return deadlocks.last();
    }

    @Override
    public LongHeldLocks longHeld() {
        return longHeld.last();
    }

    /** Tells of each grant that is held for too long, until it is closed. */
    AutoCloseable onLongHeld(LongHeld.Listener listener) {
        return longHeld.subscribe(listener);
    }

    @Override
    public int release(LockKey key, String by, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("who releases a lock by force has to say why");
        }
        Set<String> sessions = new HashSet<>();
        for (Outcome outcome : table.apply(new Force(key, by, reason))) {
            if (outcome.effect() instanceof Lost lost) {
                sessions.add(lost.ticket().owner() + " " + lost.session());
            }
        }
        LOG.info("lock {}: held → released by force, by {}: {} ({} sessions)", key, by, reason, sessions.size());
        return sessions.size();
    }

    @Override
    public void close() {
        for (int i = ends.size() - 1; i >= 0; i--) {
            end(ends.get(i));
        }
        LOG.info("lock server down");
    }

    private static void end(AutoCloseable end) {
        try {
            end.close();
        } catch (Exception e) {
            LOG.warn("could not stop serving", e);
        }
    }
}
