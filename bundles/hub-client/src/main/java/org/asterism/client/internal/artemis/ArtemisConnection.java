package org.asterism.client.internal.artemis;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQNotConnectedException;
import org.apache.activemq.artemis.api.core.ActiveMQRemoteDisconnectException;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.FailoverEventType;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.asterism.client.internal.HubPulse;
import org.asterism.client.internal.LinkConfiguration;
import org.asterism.client.internal.tls.HandshakeProbe;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection to the hub, from its first packet to its failure. */
final class ArtemisConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ArtemisConnection.class);

    private final ServerLocator locator;
    private final ClientSessionFactory factory;
    private final PacketPipe pipe;
    private final HubPulse pulse;
    private final CompletableFuture<String> failure = new CompletableFuture<>();
    private volatile boolean useless;

    private ArtemisConnection(ServerLocator locator, ClientSessionFactory factory, LinkConfiguration configuration)
            throws ActiveMQException {
        this.locator = locator;
        this.factory = factory;
        this.pulse = new HubPulse(configuration.connectionTtl(), System.nanoTime());
        factory.addFailoverListener(event -> {
            if (event == FailoverEventType.FAILURE_DETECTED) {
                failure.complete("the connection broke");
            }
        });
        this.pipe = new PacketPipe(factory.getConnection(), session(factory, configuration), pulse::heard);
        locator.addIncomingInterceptor(pipe);
    }

    private static ClientSession session(ClientSessionFactory factory, LinkConfiguration configuration)
            throws ActiveMQException {
        AtomicBoolean made = new AtomicBoolean();
        PacketPipe.failWhenClosed(factory.getConnection(), made::get);
        try {
            return factory.createSession(
                    configuration.member().id().value(), configuration.secret(), false, true, true, true, 0);
        } finally {
            made.set(true);
        }
    }

    static ArtemisConnection open(ServerLocator locator, URI hub, LinkConfiguration configuration)
            throws LinkException {
        ClientSessionFactory factory = null;
        try {
            factory = Locators.connect(locator, hub, configuration);
            return new ArtemisConnection(locator, factory, configuration);
        } catch (Exception e) {
            if (factory != null) {
                abandon(factory);
            }
            throw failure(e, hub, configuration);
        }
    }

    private static LinkException failure(Exception e, URI hub, LinkConfiguration configuration) {
        if (e instanceof ActiveMQSecurityException) {
            return new LinkException("the hub refuses this member: " + e.getMessage(), true, e);
        }
        Optional<String> problem = HandshakeProbe.problem(hub, configuration.tls());
        if (problem.isPresent()) {
            return new LinkException(problem.get(), true, e);
        }
        if (e instanceof ActiveMQNotConnectedException) {
            return new LinkException("nobody listens there", false, e);
        }
        return new LinkException("no connection: " + e.getMessage(), false, e);
    }

    PacketPipe pipe() {
        return pipe;
    }

    /** Completed with the cause when the connection breaks or is to be given up. */
    CompletableFuture<String> failure() {
        return failure;
    }

    /** To be called many times a second, on one thread: gives the connection up if the hub is silent for too long. */
    void tick(long now) {
        if (pulse.isGone(now)) {
            fail("the hub has given no sign of life for too long");
        }
    }

    /** Gives the connection up: nothing is to be expected of it. */
    void fail(String cause) {
        useless = true;
        failure.complete(cause);
    }

    /** Ends the connection, which is in order. */
    void leave() {
        failure.complete("the member leaves");
    }

    @Override
    public void close() {
        pipe.close();
        locator.removeIncomingInterceptor(pipe);
        if (useless) {
            abandon(factory);
        } else {
            close(factory);
        }
    }

    /** Does not wait for an answer of the hub, as closing in good order does. */
    private static void abandon(ClientSessionFactory factory) {
        RemotingConnection connection = factory.getConnection();
        if (connection != null) {
            connection.fail(new ActiveMQRemoteDisconnectException("given up"));
        }
        close(factory);
    }

    private static void close(ClientSessionFactory factory) {
        try {
            factory.close();
        } catch (RuntimeException e) {
            LOG.debug("A broken connection does not close cleanly", e);
        }
    }
}
