package org.asterism.lock.internal.osgi;

import java.time.Duration;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.MemberId;
import org.asterism.lock.LockService;
import org.asterism.lock.MovableSessions;
import org.asterism.lock.internal.client.LockClientSettings;
import org.asterism.lock.internal.client.MessagingLockService;
import org.asterism.lock.internal.procfs.ProcFiles;
import org.asterism.messaging.MessageService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Registers the {@link LockService} and {@link MovableSessions} of this member; the hub takes no locks and has none. */
@Component(
        immediate = true,
        service = {},
        configurationPid = "org.asterism.lock.client")
@Designate(ocd = LockClientComponent.Config.class)
public final class LockClientComponent {

    private final Optional<Registered> registered;

    @ObjectClassDefinition(id = "org.asterism.lock.client", name = "Asterism lock client")
    @interface Config {

        @AttributeDefinition(
                description =
                        "How long to wait for an answer of the lock server that should come at once, in milliseconds.")
        long answer_millis() default 2_000;

        @AttributeDefinition(description = "The pause before the lock server is asked again, in milliseconds.")
        long retry_millis() default 100;
    }

    private record Registered(MessagingLockService client, List<ServiceRegistration<?>> services) {}

    @Activate
    public LockClientComponent(
            BundleContext context,
            @Reference ClusterService cluster,
            @Reference MessageService messages,
            Config config) {
        LockClientSettings settings = new LockClientSettings(
                Duration.ofMillis(config.answer_millis()),
                Duration.ofMillis(config.retry_millis()),
                ProcFiles.ofThisMachine().self());
        registered = cluster.self().equals(MemberId.HUB)
                ? Optional.empty()
                : Optional.of(register(context, cluster, messages, settings));
    }

    private static Registered register(
            BundleContext context, ClusterService cluster, MessageService messages, LockClientSettings settings) {
        // request numbers go on upwards when the component starts again in the same life of the member
        long firstRequest = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
        MessagingLockService client =
                MessagingLockService.start(cluster, messages, settings, System::nanoTime, firstRequest);
        Dictionary<String, Object> none = FrameworkUtil.asDictionary(Map.of());
        return new Registered(
                client,
                List.of(
                        context.registerService(LockService.class, client, none),
                        context.registerService(MovableSessions.class, client.movable(), none)));
    }

    @Deactivate
    void deactivate() {
        registered.ifPresent(member -> {
            member.services().forEach(ServiceRegistration::unregister);
            member.client().close();
        });
    }
}
