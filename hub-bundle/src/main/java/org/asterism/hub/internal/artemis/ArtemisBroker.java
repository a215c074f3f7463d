package org.asterism.hub.internal.artemis;

import java.util.Optional;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ActiveMQServers;
import org.apache.activemq.artemis.spi.core.remoting.Acceptor;
import org.asterism.hub.internal.HubConfiguration;
import org.asterism.hub.internal.TlsSettings;
import org.asterism.hub.internal.TlsSettings.ClientAuth;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The embedded broker. */
final class ArtemisBroker {

    private static final Logger LOG = LoggerFactory.getLogger(ArtemisBroker.class);

    private final HubConfiguration hub;
    private final PacketTap tap;
    private final ActiveMQServer server;
    private Optional<TlsReload> reload = Optional.empty();

    ArtemisBroker(HubConfiguration hub, WireListener listener) {
        this.hub = hub;
        Configuration configuration = BrokerConfiguration.of(hub);
        ClusterSecurityManager security = new ClusterSecurityManager(
                hub.secret(), hub.tls().map(TlsSettings::clientAuth).orElse(ClientAuth.NONE));
        this.tap = new PacketTap(listener, security);
        configuration.registerBrokerPlugin(tap);
        this.server = ActiveMQServers.newActiveMQServer(configuration, null, security, false);
    }

    /**
     * Does everything but listen.
     *
     * @throws HubStartException if the port is not free
     */
    void start() throws HubStartException {
        FreePort.require(hub.host(), hub.port());
        try {
            server.start();
            server.getRemotingService().addIncomingInterceptor(tap);
        } catch (Exception e) {
            throw new HubStartException("the message server does not start: " + e.getMessage(), e);
        }
    }

    /** Only after {@link #start}: nobody gets in before the tap is there. */
    void listen() throws HubStartException {
        try {
            acceptor().start();
        } catch (Exception e) {
            throw new HubStartException("the message server does not listen: " + e.getMessage(), e);
        }
        if (!acceptor().isStarted()) {
            throw new HubStartException("the message server does not listen; see the lines above", null);
        }
        reload = hub.tls().map(tls -> TlsReload.start(tls, acceptor()::reload));
    }

    private Acceptor acceptor() {
        return server.getRemotingService().getAcceptor(BrokerConfiguration.ACCEPTOR);
    }

    void stop() {
        reload.ifPresent(TlsReload::close);
        try {
            server.stop();
        } catch (Exception e) {
            LOG.warn("The message server did not stop cleanly", e);
        }
    }
}
