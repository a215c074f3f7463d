package org.asterism.alarm;

import java.util.List;

/** Watches something; registered as a service. */
public interface AlarmSource {

    /** What it may raise; always the same. */
    List<AlarmKind> kinds();

    /** What is wrong now; empty if nothing is. Asked every few seconds by one thread; never blocks for long. */
    List<Condition> conditions();
}
