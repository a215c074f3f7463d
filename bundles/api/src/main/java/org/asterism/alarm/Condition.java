package org.asterism.alarm;

/**
 * What is wrong now.
 *
 * @param subject with what: a member, a lock, a directory; the same kind and subject is the same alarm
 * @param text how it is, in one line; may change while the alarm lasts
 */
public record Condition(AlarmKind kind, String subject, String text) {}
