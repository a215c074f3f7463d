package org.asterism.dispatcher.internal.netty;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.EventExecutor;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.asterism.dispatcher.DispatcherReport;
import org.asterism.dispatcher.internal.DispatcherMetrics;
import org.asterism.dispatcher.internal.DispatcherSettings;
import org.asterism.dispatcher.internal.MaintenanceBoard;
import org.asterism.dispatcher.internal.TargetPool;
import org.asterism.dispatcher.internal.files.AccessLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens for clients and passes their requests on to the targets of a pool. Safe for use by all threads. */
@SuppressWarnings("FutureReturnValueIgnored") // what fails closes the channel, and that is heard of
public final class NettyDispatcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NettyDispatcher.class);
    private static final int BACKLOG = 1024;
    private static final long QUIET_MILLIS = 0;
    private static final long SHUTDOWN_MILLIS = 2000;

    private final DispatcherSettings settings;
    private final DispatcherMetrics metrics = new DispatcherMetrics();
    private final AccessLog log;
    private final Routing routing;
    private final NettyTransport transport;
    private final Map<EventLoop, Loop> loops = new HashMap<>();
    private final Reporter reporter;
    private final ChannelGroup clients;
    private final Listener plain;
    private final Optional<TlsListener> tls;
    private boolean closed;

    public NettyDispatcher(DispatcherSettings settings, TargetPool pool) {
        this.settings = settings;
        this.log = settings.observation()
                .log()
                .map(where -> new AccessLog(where, metrics.logDropped))
                .orElse(null);
        this.routing = new Routing(settings.policy(), settings.retry().budget(System.nanoTime()), metrics, log, pool);
        this.transport = NettyTransport.open(settings.threads(), settings.nativeTransport());
        for (EventExecutor executor : transport.group()) {
            loops.put((EventLoop) executor, new Loop((EventLoop) executor, transport, settings, routing));
        }
        this.reporter = new Reporter(
                pool.ownInstance(), routing, loops.values(), settings.queue().maxWaiting());
        this.clients = new DefaultChannelGroup(transport.group().next());
        FrontGate gate = new FrontGate(settings, loops, clients, metrics, this::tlsPort);
        this.plain = listener(new Entrance(gate, Optional.empty()), "http", settings.port());
        this.tls = settings.front()
                .tls()
                .map(found -> new TlsListener(gate, found, entrance -> listener(entrance, "https", found.port())));
    }

    private Listener listener(Entrance entrance, String scheme, int port) {
        return new Listener(bootstrap(entrance), scheme, transport.name(), settings.host(), port);
    }

    private ServerBootstrap bootstrap(Entrance entrance) {
        return new ServerBootstrap()
                .group(transport.group())
                .channel(transport.server())
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(entrance);
    }

    /** Begins to listen, without waiting for it. If a port is in use it says so and goes on trying. */
    public void start() {
        if (log != null) {
            log.start();
        }
        loops.values().forEach(Loop::sweepRegularly);
        loops.values().stream().findFirst().ifPresent(Loop::probeRegularly);
        plain.start();
        tls.ifPresent(TlsListener::start);
    }

    /** Where it listens, as soon as it does. */
    public CompletableFuture<InetSocketAddress> listening() {
        return plain.listening();
    }

    /** Where it listens with TLS, as soon as it does; it fails if that is not configured. */
    public CompletableFuture<InetSocketAddress> listeningWithTls() {
        return tls.map(TlsListener::listening)
                .orElseGet(() -> CompletableFuture.failedFuture(new IllegalStateException("TLS is not configured")));
    }

    private int tlsPort() {
        return tls.map(TlsListener::port).orElse(0);
    }

    /** From now on these are the targets. */
    public void update(TargetPool pool) {
        routing.pool(pool);
    }

    /** From now on this is under maintenance. */
    public void update(MaintenanceBoard board) {
        routing.board(board);
    }

    /**
     * How things stand. Takes a moment; not to be called on an event loop.
     *
     * @throws IllegalStateException if it cannot be told in time
     */
    public DispatcherReport report() {
        return reporter.report();
    }

    public DispatcherMetrics metrics() {
        return metrics;
    }

    /** Lets nobody in, gives the requests under way the configured time, and ends. Closing twice has no effect. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        plain.close();
        tls.ifPresent(TlsListener::close);
        loops.forEach((executor, loop) -> executor.execute(loop::stop));
        boolean finished = clients.newCloseFuture()
                .awaitUninterruptibly(settings.timeouts().stop().toMillis());
        transport
                .group()
                .shutdownGracefully(QUIET_MILLIS, SHUTDOWN_MILLIS, TimeUnit.MILLISECONDS)
                .awaitUninterruptibly(SHUTDOWN_MILLIS);
        if (log != null) {
            log.close();
        }
        LOG.info("dispatcher down: {}", finished ? "all requests are answered" : "requests under way were cut off");
    }
}
