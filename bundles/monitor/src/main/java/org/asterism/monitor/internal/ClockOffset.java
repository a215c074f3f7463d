package org.asterism.monitor.internal;

import java.time.Duration;
import java.time.Instant;

/**
 * How far a clock is from another, as one exchange of messages tells (Cristian's algorithm).
 *
 * @param ahead of the other; negative if behind
 * @param error the offset is known with this error: half of the time that the exchange took
 */
public record ClockOffset(Duration ahead, Duration error) {

    /**
     * From one exchange.
     *
     * @param asked the own clock when the question left
     * @param took from the question to the answer, monotonic
     * @param other the other clock when it answered
     */
    public static ClockOffset of(Instant asked, Duration took, Instant other) {
        Duration half = took.dividedBy(2);
        return new ClockOffset(Duration.between(other, asked.plus(half)), half);
    }

    /** Whether the clocks certainly differ by more than that. */
    public boolean exceeds(Duration limit) {
        return ahead.abs().minus(error).compareTo(limit) > 0;
    }

    /** In words for a person. */
    public String text() {
        return ahead.abs().toMillis() + " ms " + (ahead.isNegative() ? "behind" : "ahead of")
                + " the hub's clock, with an error of " + error.toMillis() + " ms";
    }
}
