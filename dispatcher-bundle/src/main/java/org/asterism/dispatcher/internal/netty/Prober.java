package org.asterism.dispatcher.internal.netty;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpRequestEncoder;
import io.netty.handler.codec.http.HttpResponseDecoder;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.asterism.cluster.MemberId;
import org.asterism.dispatcher.internal.Target;

/**
 * Asks targets that nobody has heard of for a while whether they are well: ejected ones, so that no request of a client has to try
 * them, and idle ones, so that none is the first to find out. Those that answer requests are never asked. Used on one event
 * loop only.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what fails closes the channel, and that is heard of
final class Prober {

    private static final int MOST_AT_A_TIME = 16;

    private final EventLoop executor;
    private final Routing routing;
    private final Bootstrap bootstrap;
    private final Duration patience;
    private final Map<MemberId, Long> answeredBefore = new HashMap<>();
    private final Set<MemberId> asked = new HashSet<>();

    /** @param patience how long a target has for its answer */
    Prober(EventLoop executor, Routing routing, Bootstrap bootstrap, Duration patience) {
        this.executor = executor;
        this.routing = routing;
        this.bootstrap = bootstrap;
        this.patience = patience;
    }

    void askRegularly() {
        long millis = routing.policy().ejection().probe().toMillis();
        if (millis > 0) {
            executor.scheduleWithFixedDelay(this::round, millis, millis, TimeUnit.MILLISECONDS);
        }
    }

    private void round() {
        long now = System.nanoTime();
        for (Target target : routing.pool().targets()) {
            Long before = answeredBefore.put(target.id(), target.record().answered());
            boolean silent = before != null && before == target.record().answered();
            if (silent && target.takesSticky() && mayAsk(target, now)) {
                ask(target);
            }
        }
        answeredBefore.keySet().removeIf(id -> routing.pool().targets().stream()
                .noneMatch(target -> target.id().equals(id)));
    }

    /** One that has requests to answer may just be slow. */
    private boolean mayAsk(Target target, long now) {
        boolean free = asked.size() < MOST_AT_A_TIME && !asked.contains(target.id());
        boolean due =
                target.health().ejected() ? target.admit(now, routing.policy().ejection()) : target.outstanding() == 0;
        return free && due;
    }

    private void ask(Target target) {
        routing.metrics().probes.increment();
        asked.add(target.id());
        Probe probe = new Probe(executor, patience, failure -> answered(target, failure));
        bootstrap
                .clone()
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new HttpResponseDecoder(), new HttpRequestEncoder(), probe);
                    }
                })
                .connect(target.address())
                .addListener((ChannelFuture future) -> {
                    if (!future.isSuccess()) {
                        probe.failed(String.valueOf(future.cause().getMessage()));
                    }
                });
    }

    /** @param failure what went wrong; empty if it is well */
    private void answered(Target target, String failure) {
        asked.remove(target.id());
        routing.pool().now(target).filter(Target::takesSticky).ifPresent(current -> {
            if (failure.isEmpty()) {
                routing.succeeded(current);
            } else {
                routing.failed(current, "asked whether it is well: " + failure, System.nanoTime());
            }
        });
    }
}
