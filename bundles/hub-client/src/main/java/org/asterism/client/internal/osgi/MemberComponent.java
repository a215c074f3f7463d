package org.asterism.client.internal.osgi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.asterism.client.internal.LinkConfiguration;
import org.asterism.client.internal.artemis.ArtemisLink;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.spi.MemberControl;
import org.asterism.cluster.spi.ServicePublisher;
import org.asterism.messaging.BulkService;
import org.asterism.messaging.MessageService;
import org.asterism.metrics.MetricSource;
import org.asterism.protocol.bulk.BulkStreams;
import org.asterism.protocol.member.LocalMember;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;

/** Makes this container a member. The services are there at once, with or without a hub. */
@Component(
        service = {},
        configurationPid = MemberConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = MemberConfig.class)
public final class MemberComponent {

    private static final String ENCRYPTED = "asterism.link.encrypted";

    private final ArtemisLink link;
    private final BulkStreams bulk;
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();

    @Activate
    public MemberComponent(MemberConfig config, BundleContext context) {
        LinkConfiguration configuration =
                MemberSettings.of(config, context.getBundle().getVersion().toString());
        this.link = ArtemisLink.open(configuration);
        LocalMember member = link.member();
        this.bulk = new BulkStreams(member.messages());
        registrations.add(context.registerService(ClusterService.class, member, null));
        registrations.add(context.registerService(MemberControl.class, member, null));
        registrations.add(context.registerService(
                MessageService.class,
                member.messages(),
                FrameworkUtil.asDictionary(Map.of(ENCRYPTED, configuration.isEncrypted()))));
        registrations.add(context.registerService(MetricSource.class, member.numbers(), null));
        registrations.add(context.registerService(BulkService.class, bulk.service(), null));
        registrations.add(context.registerService(ServicePublisher.class, member.publisher(), null));
    }

    @Deactivate
    void deactivate() {
        registrations.forEach(ServiceRegistration::unregister);
        bulk.close();
        link.close();
    }
}
