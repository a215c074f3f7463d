package org.asterism.monitor.internal;

import static org.asterism.alarm.AlarmKind.Severity.CRITICAL;
import static org.asterism.alarm.AlarmKind.Severity.WARNING;

import org.asterism.alarm.AlarmKind;

/** What a container watches by itself. */
public final class Alarms {

    public static final AlarmKind CLOCK_OFFSET = new AlarmKind(
            "clock-offset",
            WARNING,
            "let the machines take their time from the same NTP servers, and look at chronyc tracking");
    public static final AlarmKind GC_PAUSE = new AlarmKind(
            "gc-pause", WARNING, "give the container more heap in etc/<role>/jvm.options, or find what fills it");
    public static final AlarmKind DISK = new AlarmKind(
            "disk", CRITICAL, "make room on the disk: the log has gaps and nothing can be deployed when it is full");
    public static final AlarmKind HEAP = new AlarmKind(
            "heap", WARNING, "give the container more heap in etc/<role>/jvm.options, or find what fills it");

    private Alarms() {}
}
