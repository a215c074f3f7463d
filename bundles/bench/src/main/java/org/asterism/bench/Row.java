package org.asterism.bench;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One measurement.
 *
 * @param parties how many took part: threads, subscribers or members
 * @param perSecond how many there were each second, where that was measured
 * @param latency how long they took, where that was measured
 * @param ratio to the baseline: of what was done each second or, with one thread alone, of the times at p50
 */
public record Row(String name, int parties, OptionalDouble perSecond, Optional<Latency> latency, OptionalDouble ratio) {

    public static Row of(String name, int parties, Measured measured, OptionalDouble ratio) {
        return new Row(name, parties, OptionalDouble.of(measured.perSecond()), Optional.of(measured.latency()), ratio);
    }

    public static Row ofRate(String name, int parties, double perSecond, double ratio) {
        return new Row(name, parties, OptionalDouble.of(perSecond), Optional.empty(), OptionalDouble.of(ratio));
    }

    public static Row ofLatency(String name, int parties, Latency latency) {
        return new Row(name, parties, OptionalDouble.empty(), Optional.of(latency), OptionalDouble.empty());
    }
}
