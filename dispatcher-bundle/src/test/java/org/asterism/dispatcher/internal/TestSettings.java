package org.asterism.dispatcher.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Settings with short times and any free port, to be varied. */
public final class TestSettings {

    public static final EjectionRule EJECTION =
            new EjectionRule(2, Duration.ofMillis(200), Duration.ofSeconds(2), Duration.ZERO);
    public static final LimitRule LIMIT = new LimitRule(20, 128);
    public static final DispatchPolicy POLICY = new DispatchPolicy(EJECTION, LIMIT, 1);
    public static final Limits LIMITS = new Limits(4096, 8192, 50, 1000, 100);
    public static final Timeouts TIMEOUTS = new Timeouts(
            Duration.ofSeconds(2),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(5));

    public static final FrontSettings FRONT = new FrontSettings(
            TrustedProxies.nobody(),
            ForwardedStyle.X_FORWARDED,
            false,
            Optional.empty(),
            new Http2Settings(true, 10, 20));

    private DispatchPolicy policy = POLICY;
    private RetryPolicy retry = new RetryPolicy(5, 0.2, 1000);
    private QueuePolicy queue = new QueuePolicy(100, Duration.ofMillis(500));
    private Limits limits = LIMITS;
    private Timeouts timeouts = TIMEOUTS;
    private ObservationSettings observation = new ObservationSettings(true, true, 100, Optional.empty());
    private boolean nativeTransport;
    private int port;
    private FrontSettings front = FRONT;

    public TestSettings policy(DispatchPolicy value) {
        policy = value;
        return this;
    }

    public TestSettings retry(RetryPolicy value) {
        retry = value;
        return this;
    }

    public TestSettings queue(int max, Duration longest) {
        queue = new QueuePolicy(max, longest);
        return this;
    }

    public TestSettings limits(Limits value) {
        limits = value;
        return this;
    }

    public TestSettings timeouts(UnaryOperator<Timeouts> change) {
        timeouts = change.apply(timeouts);
        return this;
    }

    public TestSettings observation(ObservationSettings value) {
        observation = value;
        return this;
    }

    public TestSettings port(int value) {
        port = value;
        return this;
    }

    public TestSettings nativeTransport() {
        nativeTransport = true;
        return this;
    }

    public TestSettings front(FrontSettings value) {
        front = value;
        return this;
    }

    public DispatcherSettings build() {
        return new DispatcherSettings(
                "127.0.0.1", port, 2, nativeTransport, front, policy, retry, queue, limits, timeouts, observation);
    }
}
