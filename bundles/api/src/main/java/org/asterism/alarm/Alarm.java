package org.asterism.alarm;

import java.time.Instant;

/**
 * What is wrong, and since when.
 *
 * @param since when it was noticed, by the clock of this container; for display only
 */
public record Alarm(AlarmKind kind, String subject, String text, Instant since) {}
