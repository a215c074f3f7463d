package org.asterism.alarm;

/**
 * What can be wrong.
 *
 * @param name such as {@code clock-offset}
 * @param action what a person does about it, in one line
 */
public record AlarmKind(String name, Severity severity, String action) {

    /** How bad it is. */
    public enum Severity {
        /** Look at it in the next days. */
        WARNING,
        /** Look at it now. */
        CRITICAL
    }

    /** @throws IllegalArgumentException if there is no action */
    public AlarmKind {
        if (action.isBlank()) {
            throw new IllegalArgumentException("the alarm " + name + " does not say what to do");
        }
    }

    /** Something of this kind, as it is now. */
    public Condition of(String subject, String text) {
        return new Condition(this, subject, text);
    }
}
