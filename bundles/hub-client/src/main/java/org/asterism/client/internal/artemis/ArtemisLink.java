package org.asterism.client.internal.artemis;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.asterism.client.internal.Backoff;
import org.asterism.client.internal.FramePump;
import org.asterism.client.internal.HubChoice;
import org.asterism.client.internal.LinkConfiguration;
import org.asterism.client.internal.LinkState;
import org.asterism.client.internal.WireQueue;
import org.asterism.client.internal.tls.HandshakeProbe;
import org.asterism.protocol.CborCodec;
import org.asterism.protocol.ControlMessage;
import org.asterism.protocol.Life;
import org.asterism.protocol.member.LocalMember;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The link of one member. One thread connects and registers; what goes out and comes in is handled on the network thread of
 * the connection and never waits there.
 */
public final class ArtemisLink implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ArtemisLink.class);
    private static final int REFUSED_FACTOR = 3; // a human must act first
    private static final long LEAVE_MILLIS = 2000;

    private final LinkConfiguration configuration;
    private final LinkThreads threads = new LinkThreads();
    private final LinkOutlet outlet = new LinkOutlet();
    private final LocalMember member;
    private final ServerLocator locator;
    private final Backoff backoff;
    private final HubChoice choice;
    private final CborCodec codec = CborCodec.ofControl();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicReference<Live> present = new AtomicReference<>();
    private LinkState state = LinkState.CONNECTING;
    private String lastCause = "";

    private ArtemisLink(LinkConfiguration configuration) {
        this.configuration = configuration;
        this.member = new LocalMember(
                configuration.member(), configuration.messaging(), outlet, threads.listeners(), System::nanoTime);
        this.locator = Locators.of(configuration);
        this.backoff = new Backoff(configuration.firstPause(), configuration.longestPause());
        this.choice = new HubChoice(configuration.hubs());
    }

    /** Begins to connect and returns at once. */
    public static ArtemisLink open(LinkConfiguration configuration) {
        ArtemisLink link = new ArtemisLink(configuration);
        link.threads.start(link::run, link::tick);
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
        closing.countDown();
        Live live = present.get();
        if (live != null) {
            sayGoodBye(live);
        }
        threads.join(LEAVE_MILLIS);
        locator.close();
        threads.close();
        become(LinkState.CLOSED, "the member leaves");
    }

    private void sayGoodBye(Live live) {
        outlet.control(new ControlMessage.Leave());
        try {
            live.pump().drained().get(LEAVE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("The hub does not hear the good-bye", e);
        }
        live.connection().leave();
    }

    private void tick() {
        member.tick();
        Live live = present.get();
        if (live != null) {
            live.pump().tick();
            live.connection().tick(System.nanoTime());
        }
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
        if (state() == LinkState.REFUSED) {
            return configuration.longestPause().multipliedBy(REFUSED_FACTOR);
        }
        return choice.isRoundOver() ? backoff.next() : Duration.ZERO;
    }

    /** One connection, from its beginning to its end. */
    private void live() throws InterruptedException {
        String cause = "closed";
        try (ArtemisConnection connection = connect(choice.present())) {
            register(connection);
            become(LinkState.UP, "epoch " + member.view().epoch());
            backoff.reset();
            choice.worked();
            cause = connection.failure().get();
        } catch (LinkException e) {
            cause = e.getMessage();
            become(e.refused() ? LinkState.REFUSED : downState(), cause);
            choice.failed();
        } catch (ExecutionException | RuntimeException e) {
            LOG.warn("The link failed", e);
            cause = e.toString();
            choice.failed();
        } finally {
            present.set(null);
            outlet.close();
            member.disconnected(cause);
            if (state() == LinkState.UP && !isClosing()) {
                become(LinkState.ISLANDED, cause);
            }
        }
    }

    private ArtemisConnection connect(URI hub) throws LinkException {
        if (state() == LinkState.REFUSED) { // asked in vain, Artemis would log a stack trace each time
            Optional<String> problem = HandshakeProbe.problem(hub, configuration.tls());
            if (problem.isPresent()) {
                throw new LinkException(problem.get(), true, null);
            }
        }
        return ArtemisConnection.open(locator, hub, configuration);
    }

    /** What the member says from now on waits until the hub has the member in its list. */
    private void register(ArtemisConnection connection) throws LinkException, InterruptedException {
        WireQueue queue = LinkOutlet.queue();
        FramePump pump = new FramePump(Life.of(member.member()), queue, connection.pipe(), member::confirmed);
        HubConversation conversation = new HubConversation(member, outlet, codec);
        connection.pipe().open(new Reception(member, conversation, pump, connection::fail), pump::signal);
        outlet.open(queue, pump, connection::fail);
        pump.introduce(codec.encode(member.registration()));
        awaitRegistered(conversation.registered(), connection.failure());
        Live live = new Live(connection, pump);
        present.set(live);
        pump.open();
        if (isClosing()) { // whoever closes may have looked before there was anyone to say good-bye to
            sayGoodBye(live);
        }
    }

    private void awaitRegistered(CompletableFuture<Void> registered, CompletableFuture<String> broken)
            throws LinkException, InterruptedException {
        try {
            CompletableFuture.anyOf(registered, broken)
                    .get(configuration.callTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof LinkException refusal ? refusal : new LinkException("no answer", false, e);
        } catch (TimeoutException e) {
            throw new LinkException("the hub does not answer the registration", false, e);
        }
        if (!registered.isDone()) {
            throw new LinkException("the connection broke before the hub had answered", false, null);
        }
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
        Object[] details = {configuration.member().id(), choice.present(), state, next, cause};
        if (next == LinkState.REFUSED) {
            LOG.error(transition, details);
        } else {
            LOG.info(transition, details);
        }
        state = next;
        lastCause = cause;
    }

    private record Live(ArtemisConnection connection, FramePump pump) {}
}
