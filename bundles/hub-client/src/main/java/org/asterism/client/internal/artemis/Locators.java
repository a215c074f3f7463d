package org.asterism.client.internal.artemis;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.asterism.client.internal.LinkConfiguration;

/** The settings of the Artemis client: never connects again by itself, never waits for an acknowledgement. */
final class Locators {

    private static final int LARGE_MESSAGE = 64 << 20; // beyond every bound of ours: no large messages

    private static final int WRITE_BUFFER = 512 << 10;

    private Locators() {}

    static ServerLocator of(LinkConfiguration configuration) {
        long ttl = configuration.connectionTtl().toMillis();
        ServerLocator locator = ActiveMQClient.createServerLocatorWithoutHA(
                target(configuration.hubs().get(0), configuration));
        locator.setCallTimeout(configuration.callTimeout().toMillis());
        locator.setConnectionTTL(ttl);
        locator.setClientFailureCheckPeriod(ttl / 3);
        locator.setBlockOnNonDurableSend(false);
        locator.setBlockOnAcknowledge(false);
        locator.setPreAcknowledge(true);
        locator.setProducerWindowSize(-1);
        locator.setMinLargeMessageSize(LARGE_MESSAGE);
        return locator;
    }

    /** One attempt at exactly the configured address; does not wait for a topology as the plain method does. */
    static ClientSessionFactory connect(ServerLocator locator, URI hub, LinkConfiguration configuration)
            throws Exception {
        return locator.createSessionFactory(encrypted(hub, configuration), 0);
    }

    private static TransportConfiguration target(URI hub, LinkConfiguration configuration) {
        return new TransportConfiguration(NettyConnectorFactory.class.getName(), plain(hub, configuration), "hub");
    }

    private static TransportConfiguration encrypted(URI hub, LinkConfiguration configuration) throws IOException {
        Map<String, Object> parameters = plain(hub, configuration);
        parameters.putAll(TlsParameters.of(hub, configuration.tls()));
        return new TransportConfiguration(NettyConnectorFactory.class.getName(), parameters, "hub");
    }

    private static Map<String, Object> plain(URI hub, LinkConfiguration configuration) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(TransportConstants.HOST_PROP_NAME, hub.getHost());
        parameters.put(TransportConstants.PORT_PROP_NAME, hub.getPort());
        parameters.put(TransportConstants.NETTY_CONNECT_TIMEOUT, (int)
                configuration.callTimeout().toMillis());
        parameters.put(TransportConstants.WRITE_BUFFER_HIGH_WATER_MARK_PROPNAME, WRITE_BUFFER);
        parameters.put(
                TransportConstants.REMOTING_THREADS_PROPNAME,
                Runtime.getRuntime().availableProcessors());
        return parameters;
    }
}
