package org.asterism.lock.internal.osgi;

import java.time.Duration;
import java.util.List;
import org.asterism.cluster.ClusterService;
import org.asterism.lock.Deadlock;
import org.asterism.lock.LockFilter;
import org.asterism.lock.LockInfo;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockServer;
import org.asterism.lock.LockServerStatus;
import org.asterism.lock.LockStatistics;
import org.asterism.lock.LongHeldLocks;
import org.asterism.lock.internal.Bounds;
import org.asterism.lock.internal.DeadlockVictim;
import org.asterism.lock.internal.server.LockServerRegistration;
import org.asterism.lock.internal.server.LockServerSettings;
import org.asterism.lock.internal.server.MessagingLockServer;
import org.asterism.messaging.MessageService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The lock server; there is one only where it is configured, which is in the hub. */
@Component(
        service = LockServer.class,
        immediate = true,
        configurationPid = "org.asterism.lock.server",
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = {
            "service.exported.interfaces=org.asterism.lock.LockServer",
            "endpoint.id=org.asterism.lock.LockServer" // the same in each life of the hub: members keep their proxies
        })
@Designate(ocd = LockServerComponent.Config.class)
public final class LockServerComponent implements LockServer {

    private final MessagingLockServer server;
    private final AutoCloseable bean;

    @ObjectClassDefinition(id = "org.asterism.lock.server", name = "Asterism lock server")
    @interface Config {

        @AttributeDefinition(
                description = "How long locks outlive the last sign of life of their owner, in milliseconds.")
        long lease_millis() default 10_000;

        @AttributeDefinition(description = "How many locks may be held or waited for in the whole cluster.")
        int max_locks() default 1_250_000;

        @AttributeDefinition(description = "How many requests may wait for one lock.")
        int max_waiters_per_lock() default 1_000;

        @AttributeDefinition(description = "How many requests may wait in the whole cluster.")
        int max_waiters() default 10_000;

        @AttributeDefinition(description = "How many locks one member may hold and wait for.")
        int max_locks_per_member() default 250_000;

        @AttributeDefinition(description = "How many characters an argument of a lock may have.")
        int max_argument_length() default 256;

        @AttributeDefinition(
                description =
                        "Which request is given up to end a deadlock: youngest, or none if deadlocks are only told of.")
        String deadlock_victim() default "youngest";

        @AttributeDefinition(
                description = "An alarm is raised for locks that are held for longer, in milliseconds; 0: for none.")
        long long_held_millis() default 0;

        @AttributeDefinition(
                description = "How long the locks of an HTTP session wait for it when its server node is dead, in"
                        + " milliseconds; 0: they are free at once.")
        long session_keep_millis() default 30_000;
    }

    @Activate
    public LockServerComponent(@Reference ClusterService cluster, @Reference MessageService messages, Config config) {
        server = MessagingLockServer.start(cluster, messages, settings(config), System::nanoTime);
        bean = LockServerRegistration.of(server);
    }

    private static LockServerSettings settings(Config config) {
        Bounds bounds = new Bounds(
                config.max_locks(),
                config.max_waiters_per_lock(),
                config.max_locks_per_member(),
                config.max_waiters(),
                config.max_argument_length());
        return new LockServerSettings(
                Duration.ofMillis(config.lease_millis()),
                bounds,
                victim(config.deadlock_victim()),
                Duration.ofMillis(config.session_keep_millis()),
                Duration.ofMillis(config.long_held_millis()));
    }

    private static DeadlockVictim victim(String victim) {
        return switch (victim) {
            case "youngest" -> DeadlockVictim.YOUNGEST;
            case "none" -> DeadlockVictim.NONE;
            default -> throw new IllegalArgumentException("deadlock.victim is '" + victim + "', not youngest or none");
        };
    }

    @Override
    public List<LockInfo> locks(LockFilter filter, int limit) {
        return server.locks(filter, limit);
    }

    @Override
    public List<LockInfo> overlapping(LockKey key, int limit) {
        return server.overlapping(key, limit);
    }

    @Override
    public LongHeldLocks longHeld() {
        return server.longHeld();
    }

    @Override
    public LockStatistics statistics() {
        return server.statistics();
    }

    @Override
    public List<Deadlock> deadlocks() {
        return server.deadlocks();
    }

    @Override
    public int release(LockKey key, String by, String reason) {
        return server.release(key, by, reason);
    }

    @Override
    public LockServerStatus status() {
        return server.status();
    }

    @Deactivate
    void deactivate() throws Exception {
        bean.close();
        server.close();
    }
}
