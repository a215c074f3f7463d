package org.asterism.bench;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One measurement.
 *
 * @param parties how many took part: threads, subscribers, members or connections
 * @param perSecond how many there were each second, where that was measured
 * @param latency how long they took, where that was measured
 * @param ratio to the baseline: of what was done each second or, with one thread alone, of the times at p50
 * @param processorSeconds what 100,000 of them cost who did them, where that was measured
 */
public record Row(
        String name,
        int parties,
        OptionalDouble perSecond,
        Optional<Latency> latency,
        OptionalDouble ratio,
        OptionalDouble processorSeconds) {

    public static Row of(String name, int parties, Measured measured, OptionalDouble ratio) {
        return new Row(
                name,
                parties,
                OptionalDouble.of(measured.perSecond()),
                Optional.of(measured.latency()),
                ratio,
                OptionalDouble.empty());
    }

    public static Row ofRate(String name, int parties, double perSecond, double ratio) {
        return new Row(
                name,
                parties,
                OptionalDouble.of(perSecond),
                Optional.empty(),
                OptionalDouble.of(ratio),
                OptionalDouble.empty());
    }

    public static Row ofLatency(String name, int parties, Latency latency) {
        return new Row(
                name,
                parties,
                OptionalDouble.empty(),
                Optional.of(latency),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    /** The same with what it cost. */
    Row costing(double seconds) {
        return new Row(name, parties, perSecond, latency, ratio, OptionalDouble.of(seconds));
    }
}
