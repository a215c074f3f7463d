package org.asterism.client.internal.artemis;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQNotConnectedException;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.FailoverEventType;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.asterism.client.internal.LinkConfiguration;
import org.asterism.protocol.Addresses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection to the hub, from its first packet to its failure. Used by the link's thread alone. */
final class ArtemisConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ArtemisConnection.class);

    private final ClientSessionFactory factory;
    private final ClientSession receiving;
    private final ClientSession sending;
    private final ClientProducer producer;
    private final String name = UUID.randomUUID().toString();
    private final Map<String, Subscription> subscriptions = new HashMap<>();

    private ArtemisConnection(ClientSessionFactory factory, LinkConfiguration configuration) throws ActiveMQException {
        this.factory = factory;
        this.receiving = session(configuration);
        this.sending = session(configuration);
        this.producer = sending.createProducer();
        receiving.start();
    }

    /** @param failed is called once, on a thread of Artemis, when the connection breaks */
    static ArtemisConnection open(ServerLocator locator, LinkConfiguration configuration, Consumer<String> failed)
            throws LinkException {
        ClientSessionFactory factory = null;
        try {
            factory = Locators.connect(locator, configuration);
            factory.addFailoverListener(event -> {
                if (event == FailoverEventType.FAILURE_DETECTED) {
                    failed.accept("the connection broke");
                }
            });
            return new ArtemisConnection(factory, configuration);
        } catch (Exception e) {
            if (factory != null) {
                factory.cleanup();
            }
            throw failure(e);
        }
    }

    private static LinkException failure(Exception e) {
        if (e instanceof ActiveMQSecurityException) {
            return new LinkException("wrong cluster secret: give this member the secret of that cluster", true, e);
        }
        if (e instanceof ActiveMQNotConnectedException) {
            return new LinkException("nobody listens there", false, e);
        }
        return new LinkException("no connection: " + e.getMessage(), false, e);
    }

    private ClientSession session(LinkConfiguration configuration) throws ActiveMQException {
        return factory.createSession(
                configuration.member().id().value(), configuration.secret(), false, true, true, true, 0);
    }

    /** The queue in which this connection hears the hub. */
    String inbox() {
        return Addresses.inbox(name);
    }

    void hearHub(Consumer<byte[]> listener) throws ActiveMQException {
        hear(inbox(), Addresses.EVENTS, listener);
    }

    void openMailbox(String mailbox, Consumer<byte[]> listener) throws ActiveMQException {
        consume(mailbox, listener);
    }

    void subscribe(String pattern, Consumer<byte[]> listener) throws ActiveMQException {
        if (!subscriptions.containsKey(pattern)) {
            String queue = "listener." + name + "." + UUID.randomUUID();
            subscriptions.put(pattern, new Subscription(queue, hear(queue, Addresses.topic(pattern), listener)));
        }
    }

    void unsubscribe(String pattern) throws ActiveMQException {
        Subscription subscription = subscriptions.remove(pattern);
        if (subscription != null) {
            subscription.consumer().close();
            receiving.deleteQueue(subscription.queue());
        }
    }

    /** Does not wait. */
    void send(String address, byte[] body) throws ActiveMQException {
        ClientMessage message = sending.createMessage(Message.BYTES_TYPE, false);
        message.getBodyBuffer().writeBytes(body);
        producer.send(address, message);
    }

    private ClientConsumer hear(String queue, String address, Consumer<byte[]> listener) throws ActiveMQException {
        receiving.createQueue(QueueConfiguration.of(queue)
                .setAddress(address)
                .setRoutingType(RoutingType.MULTICAST)
                .setDurable(false)
                .setTemporary(true));
        return consume(queue, listener);
    }

    private ClientConsumer consume(String queue, Consumer<byte[]> listener) throws ActiveMQException {
        ClientConsumer consumer = receiving.createConsumer(queue);
        consumer.setMessageHandler(message -> listener.accept(body(message)));
        return consumer;
    }

    private static byte[] body(ClientMessage message) {
        byte[] bytes = new byte[message.getBodyBuffer().readableBytes()];
        message.getBodyBuffer().readBytes(bytes);
        return bytes;
    }

    @Override
    public void close() {
        try {
            factory.close();
        } catch (RuntimeException e) {
            LOG.debug("A broken connection does not close cleanly", e);
        }
    }

    private record Subscription(String queue, ClientConsumer consumer) {}
}
