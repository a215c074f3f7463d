package org.asterism.dispatcher.internal.netty;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.asterism.dispatcher.internal.DispatcherSettings;

/** All connections of one event loop, to clients and to targets. Used on that event loop only. */
@SuppressWarnings("FutureReturnValueIgnored") // what fails closes the channel, and that is heard of
final class Loop {

    private static final long MIN_TICK_MILLIS = 10;
    private static final long MAX_TICK_MILLIS = 1000;

    private final EventLoop executor;
    private final DispatcherSettings settings;
    private final Routing routing;
    private final Bootstrap bootstrap;
    private final BackPool backs;
    private final AnswerScan scan;
    private final LoopTraffic traffic;
    private final LineBuffer lines;
    private final Set<Visitor> visitors = Collections.newSetFromMap(new IdentityHashMap<>());
    private int ticket;
    private boolean stopping;

    Loop(EventLoop executor, NettyTransport transport, DispatcherSettings settings, Routing routing) {
        this.executor = executor;
        this.settings = settings;
        this.routing = routing;
        this.backs = new BackPool(
                settings.limits().idlePerTarget(), settings.timeouts().pool().toNanos());
        this.scan = new AnswerScan(settings.limits());
        this.traffic = new LoopTraffic(routing);
        this.lines = new LineBuffer(
                Math.max(settings.limits().lineBytes(), settings.limits().headBytes()));
        this.bootstrap = new Bootstrap()
                .group(executor)
                .channel(transport.client())
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.SO_KEEPALIVE, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        settings.timeouts().connect().toMillis());
    }

    /** Looks for what is over its time, again and again. */
    Future<?> sweepRegularly() {
        long tick = settings.timeouts().shortest().toMillis() / 4;
        long period = Math.max(MIN_TICK_MILLIS, Math.min(MAX_TICK_MILLIS, tick));
        return executor.scheduleWithFixedDelay(this::sweep, period, period, TimeUnit.MILLISECONDS);
    }

    private void sweep() {
        long now = System.nanoTime();
        backs.sweep(now);
        traffic.sweep(now);
        routing.tick(now);
        new ArrayList<>(visitors).forEach(visitor -> visitor.sweep(now));
    }

    /** Connections end with the answer they are about to get. */
    void stop() {
        stopping = true;
        new ArrayList<>(visitors).forEach(Visitor::closeIfIdle);
    }

    boolean stopping() {
        return stopping;
    }

    void add(Visitor visitor) {
        visitors.add(visitor);
    }

    void remove(Visitor visitor) {
        visitors.remove(visitor);
    }

    ChannelFuture connect(InetSocketAddress address, BackConnection back) {
        routing.metrics().newConnections.increment();
        return bootstrap
                .clone()
                .handler(new BackInitializer(back, settings.limits(), scan))
                .connect(address);
    }

    /** Asks silent targets whether they are well; for one of the loops. */
    void probeRegularly() {
        new Prober(executor, routing, bootstrap, settings.timeouts().connect()).askRegularly();
    }

    LoopTraffic traffic() {
        return traffic;
    }

    LineBuffer lines() {
        return lines;
    }

    BackPool backs() {
        return backs;
    }

    EventLoop executor() {
        return executor;
    }

    Routing routing() {
        return routing;
    }

    DispatcherSettings settings() {
        return settings;
    }

    int nextTicket() {
        return ticket++;
    }
}
