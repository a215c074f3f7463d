package org.asterism.monitor.internal.osgi;

import java.util.Map;
import org.asterism.alarm.Alarm;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/** Alarms as events of the event admin. */
final class AlarmEvents {

    static final String RAISED = "org/asterism/alarm/RAISED";
    static final String CLEARED = "org/asterism/alarm/CLEARED";

    private AlarmEvents() {}

    static void post(EventAdmin events, Alarm alarm, boolean raised) {
        events.postEvent(new Event(
                raised ? RAISED : CLEARED,
                Map.of(
                        "name", alarm.kind().name(),
                        "severity", alarm.kind().severity().name(),
                        "subject", alarm.subject(),
                        "text", alarm.text(),
                        "action", alarm.kind().action())));
    }
}
