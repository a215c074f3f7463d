package org.asterism.client.internal.osgi;

import java.util.ArrayList;
import java.util.List;
import org.asterism.client.internal.artemis.ArtemisLink;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.spi.MemberControl;
import org.asterism.cluster.spi.ServicePublisher;
import org.asterism.messaging.MessageService;
import org.asterism.protocol.member.LocalMember;
import org.osgi.framework.BundleContext;
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

    private final ArtemisLink link;
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();

    @Activate
    public MemberComponent(MemberConfig config, BundleContext context) {
        this.link = ArtemisLink.open(
                MemberSettings.of(config, context.getBundle().getVersion().toString()));
        LocalMember member = link.member();
        registrations.add(context.registerService(ClusterService.class, member, null));
        registrations.add(context.registerService(MemberControl.class, member, null));
        registrations.add(context.registerService(MessageService.class, member.messages(), null));
        registrations.add(context.registerService(ServicePublisher.class, member.publisher(), null));
    }

    @Deactivate
    void deactivate() {
        registrations.forEach(ServiceRegistration::unregister);
        link.close();
    }
}
