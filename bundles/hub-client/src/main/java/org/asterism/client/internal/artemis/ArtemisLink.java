package org.asterism.client.internal.artemis;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.asterism.client.internal.Backoff;
import org.asterism.client.internal.Batches;
import org.asterism.client.internal.LinkConfiguration;
import org.asterism.client.internal.LinkState;
import org.asterism.client.internal.Outgoing;
import org.asterism.client.internal.WireQueue;
import org.asterism.protocol.Addresses;
import org.asterism.protocol.CborCodec;
import org.asterism.protocol.ControlMessage;
import org.asterism.protocol.member.LocalMember;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The link of one member. One thread connects, registers and sends; what comes in is handled on Artemis's threads and never
 * waits there.
 */
public final class ArtemisLink implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ArtemisLink.class);
    private static final long IDLE_MILLIS = 200;
    private static final int REFUSED_FACTOR = 3; // a human must act first
    private static final long LEAVE_MILLIS = 2000;

    private final LinkConfiguration configuration;
    private final LinkThreads threads = new LinkThreads();
    private final LinkOutlet outlet = new LinkOutlet();
    private final LocalMember member;
    private final ServerLocator locator;
    private final Backoff backoff;
    private final CborCodec codec = CborCodec.ofControl();
    private final CountDownLatch closing = new CountDownLatch(1);
    private LinkState state = LinkState.CONNECTING;
    private String lastCause = "";

    private ArtemisLink(LinkConfiguration configuration) {
        this.configuration = configuration;
        this.member = new LocalMember(
                configuration.member(), configuration.messaging(), outlet, threads.listeners(), System::nanoTime);
        this.locator = Locators.of(configuration);
        this.backoff = new Backoff(configuration.firstPause(), configuration.longestPause());
    }

    /** Begins to connect and returns at once. */
    public static ArtemisLink open(LinkConfiguration configuration) {
        ArtemisLink link = new ArtemisLink(configuration);
        link.threads.start(link::run, link.member::tick);
        return link;
    }

    /** The services of the member; they work with or without a connection. */
    public LocalMember member() {
        return member;
    }

    public synchronized LinkState state() {
        return state;
    }

    /** Why the link is in this state. */
    public synchronized String cause() {
        return lastCause;
    }

    /** Says good-bye and closes the link. Waits two seconds at most. */
    @Override
    public void close() {
        outlet.control(new ControlMessage.Leave());
        closing.countDown();
        outlet.close();
        threads.join(LEAVE_MILLIS);
        locator.close();
        threads.close();
        become(LinkState.CLOSED, "the member leaves");
    }

    private void run() {
        try {
            do {
                live();
            } while (!closing.await(pause().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            LOG.debug("The link is interrupted", e);
        }
    }

    private Duration pause() {
        return state() == LinkState.REFUSED
                ? configuration.longestPause().multipliedBy(REFUSED_FACTOR)
                : backoff.next();
    }

    /** One connection, from its beginning to its end. */
    private void live() throws InterruptedException {
        AtomicReference<String> cause = new AtomicReference<>("closed");
        WireQueue queue = outlet.open();
        if (isClosing()) {
            return;
        }
        try (ArtemisConnection connection = ArtemisConnection.open(locator, configuration, broken -> {
            cause.set(broken);
            queue.close();
        })) {
            register(connection);
            become(LinkState.UP, "epoch " + member.view().epoch());
            backoff.reset();
            sendUntilClosed(connection, queue);
        } catch (LinkException e) {
            cause.set(e.getMessage());
            become(e.refused() ? LinkState.REFUSED : downState(), e.getMessage());
        } catch (ActiveMQException e) {
            cause.set(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.warn("The link failed", e);
            cause.set(e.toString());
        } finally {
            queue.close();
            member.disconnected(cause.get());
            if (state() == LinkState.UP && !isClosing()) {
                become(LinkState.ISLANDED, cause.get());
            }
        }
    }

    private void register(ArtemisConnection connection) throws ActiveMQException, LinkException, InterruptedException {
        HubConversation conversation = new HubConversation(member, outlet, codec);
        connection.hearHub(conversation::heard);
        for (String pattern : member.patterns()) {
            subscribe(connection, pattern);
        }
        connection.send(Addresses.CONTROL, codec.encode(member.registration(connection.inbox())));
        String mailbox = registered(conversation.mailbox());
        Envelopes envelopes = new Envelopes(member, configuration.messaging().maxPayload());
        connection.openMailbox(mailbox, envelopes::received);
    }

    private String registered(CompletableFuture<String> mailbox) throws LinkException, InterruptedException {
        try {
            return mailbox.get(configuration.callTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new LinkException(e.getCause().getMessage(), true, e);
        } catch (TimeoutException e) {
            throw new LinkException("the hub does not answer the registration", false, e);
        }
    }

    private void sendUntilClosed(ArtemisConnection connection, WireQueue queue)
            throws ActiveMQException, InterruptedException {
        while (true) {
            boolean last = queue.isClosed();
            List<Outgoing> waiting = queue.take(IDLE_MILLIS);
            for (Outgoing outgoing : Batches.of(waiting)) {
                carryOut(connection, outgoing);
            }
            if (last && waiting.isEmpty()) {
                return;
            }
        }
    }

    private void carryOut(ArtemisConnection connection, Outgoing outgoing) throws ActiveMQException {
        if (outgoing instanceof Outgoing.Send send) {
            connection.send(send.address(), send.body());
        } else if (outgoing instanceof Outgoing.Subscribe subscribe) {
            subscribe(connection, subscribe.pattern());
        } else if (outgoing instanceof Outgoing.Unsubscribe unsubscribe) {
            connection.unsubscribe(unsubscribe.pattern());
        }
    }

    private void subscribe(ArtemisConnection connection, String pattern) throws ActiveMQException {
        Envelopes envelopes = new Envelopes(member, configuration.messaging().maxPayload());
        connection.subscribe(pattern, body -> envelopes.published(pattern, body));
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private LinkState downState() {
        return member.view().epoch() == 0 ? LinkState.CONNECTING : LinkState.ISLANDED;
    }

    /** Says each state once, however often an attempt ends in it for the same cause. */
    private synchronized void become(LinkState next, String cause) {
        if (state == next && lastCause.equals(cause)) {
            return;
        }
        String transition = "Link of {} to {}: {} → {}: {}";
        Object[] details = {configuration.member().id(), configuration.hub(), state, next, cause};
        if (next == LinkState.REFUSED) {
            LOG.error(transition, details);
        } else {
            LOG.info(transition, details);
        }
        state = next;
        lastCause = cause;
    }
}
