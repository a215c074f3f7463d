package org.asterism.hub.internal.artemis;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQNonExistentQueueException;
import org.apache.activemq.artemis.api.core.ActiveMQRemoteDisconnectException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.message.impl.CoreMessage;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ActiveMQServers;
import org.apache.activemq.artemis.core.server.impl.AddressInfo;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.asterism.cluster.MemberId;
import org.asterism.hub.internal.HubConfiguration;
import org.asterism.protocol.Addresses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The embedded broker. */
final class ArtemisBroker {

    private static final Logger LOG = LoggerFactory.getLogger(ArtemisBroker.class);
    private static final int OVERHEAD = 256;

    private final HubConfiguration hub;
    private final ActiveMQServer server;

    ArtemisBroker(HubConfiguration hub, BrokerListener listener) {
        this.hub = hub;
        Configuration configuration = BrokerConfiguration.of(hub);
        configuration.registerBrokerPlugin(new BrokerTap(listener));
        this.server =
                ActiveMQServers.newActiveMQServer(configuration, null, new ClusterSecurityManager(hub.secret()), false);
    }

    /** @throws HubStartException if the port is not free */
    void start() throws HubStartException {
        requireFreePort();
        try {
            server.start();
            server.addAddressInfo(new AddressInfo(SimpleString.of(Addresses.EVENTS), RoutingType.MULTICAST));
        } catch (Exception e) {
            throw new HubStartException("the message server does not start: " + e.getMessage(), e);
        }
        if (!server.getRemotingService()
                .getAcceptor(BrokerConfiguration.ACCEPTOR)
                .isStarted()) {
            throw new HubStartException("the message server does not listen; see the lines above", null);
        }
    }

    /** Artemis would say it in many lines, none of which tells what to do. */
    private void requireFreePort() throws HubStartException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(hub.host(), hub.port()));
        } catch (IOException e) {
            throw new HubStartException(
                    "cannot listen on " + hub.host() + ":" + hub.port() + " (" + e.getMessage()
                            + "): stop whoever uses the port, or set host and port in etc/org.asterism.hub.cfg",
                    e);
        }
    }

    void stop() {
        try {
            server.stop();
        } catch (Exception e) {
            LOG.warn("The message server did not stop cleanly", e);
        }
    }

    /** Puts a message into the queues that are bound to the address. */
    void route(String address, byte[] body) {
        CoreMessage message = new CoreMessage(server.getStorageManager().generateID(), body.length + OVERHEAD);
        message.setType(Message.BYTES_TYPE);
        message.setDurable(false);
        message.setAddress(address);
        message.getBodyBuffer().writeBytes(body);
        try {
            server.getPostOffice().route(message, false);
        } catch (Exception e) {
            LOG.warn("A message to {} was not carried", address, e);
        }
    }

    void openMailbox(MemberId member, String mailbox) {
        try {
            server.createQueue(QueueConfiguration.of(mailbox)
                    .setAddress(Addresses.member(member))
                    .setRoutingType(RoutingType.ANYCAST)
                    .setDurable(false)
                    .setAutoDelete(false)
                    .setAutoCreateAddress(true)
                    .setMaxConsumers(1));
        } catch (Exception e) {
            LOG.error("No mailbox for member {}: it will get no messages; restart it", member, e);
        }
    }

    void closeMailbox(String mailbox) {
        try {
            server.destroyQueue(SimpleString.of(mailbox), null, false, true, true);
        } catch (ActiveMQNonExistentQueueException e) {
            LOG.debug("Mailbox {} is gone already", mailbox, e);
        } catch (Exception e) {
            LOG.warn("Mailbox {} cannot be removed", mailbox, e);
        }
    }

    void disconnect(String connection, String cause) {
        for (RemotingConnection open : server.getRemotingService().getConnections()) {
            if (String.valueOf(open.getID()).equals(connection)) {
                LOG.info("Closing connection {} from {}: {}", connection, open.getRemoteAddress(), cause);
                ActiveMQException reason = new ActiveMQRemoteDisconnectException(cause);
                open.fail(reason);
            }
        }
    }
}
