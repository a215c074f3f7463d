package org.asterism.client.internal.artemis;

import java.time.Duration;
import org.asterism.client.LinkSettings;
import org.asterism.client.MemberLink;
import org.asterism.client.internal.LinkConfiguration;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.spi.MemberControl;
import org.asterism.cluster.spi.ServicePublisher;
import org.asterism.messaging.MessageService;
import org.asterism.protocol.member.MessagingLimits;

/** A link outside OSGi, with the settings that are the default in a container. */
public final class ArtemisMemberLink implements MemberLink {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    private final ArtemisLink link;

    /** Opens them. */
    public static final class Provider implements MemberLink.Provider {

        @Override
        public MemberLink open(LinkSettings settings) {
            return new ArtemisMemberLink(ArtemisLink.open(configuration(settings)));
        }
    }

    private ArtemisMemberLink(ArtemisLink link) {
        this.link = link;
    }

    private static LinkConfiguration configuration(LinkSettings settings) {
        return new LinkConfiguration(
                settings.member(),
                settings.hubs(),
                settings.secret(),
                settings.connectionTtl(),
                settings.callTimeout(),
                FIRST_PAUSE,
                LONGEST_PAUSE,
                MessagingLimits.DEFAULT,
                settings.tls());
    }

    @Override
    public ClusterService cluster() {
        return link.member();
    }

    @Override
    public MemberControl control() {
        return link.member();
    }

    @Override
    public MessageService messages() {
        return link.member().messages();
    }

    @Override
    public ServicePublisher publisher() {
        return link.member().publisher();
    }

    @Override
    public String condition() {
        return link.cause().isEmpty() ? "still connecting" : link.cause();
    }

    @Override
    public void close() {
        link.close();
    }
}
