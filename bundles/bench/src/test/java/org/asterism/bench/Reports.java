package org.asterism.bench;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/** A report as it may come out. */
final class Reports {

    private Reports() {}

    static Report rpc() {
        Duration second = Duration.ofSeconds(1);
        return new Report(
                "rpc",
                "threads",
                "2 processors",
                List.of(
                        Row.of(
                                "netty echo, one connection",
                                32,
                                new Measured(101_500, second, new Latency(300, 700, 9_000)),
                                OptionalDouble.of(1)),
                        Row.of(
                                "service in the hub",
                                32,
                                new Measured(50_750, second, new Latency(610.5, 1_200, 9_000)),
                                OptionalDouble.of(0.5)),
                        Row.ofLatency("a join, heard by all", 200, new Latency(9_000, 9_000, 9_000))),
                List.of(
                        Target.atLeast("service in the hub: of the baseline", 0.5, 0.7),
                        Target.atMost("a join, heard by all: p99 in ms", 9, 100)));
    }
}
