package org.asterism.shell.internal;

/** What a command shows. */
public interface Report {

    /** For people; ends with a line break. */
    String text();

    /** For programs: maps, lists, strings, numbers and booleans, to be written as JSON. */
    Object document();
}
