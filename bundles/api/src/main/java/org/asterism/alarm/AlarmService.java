package org.asterism.alarm;

import java.util.List;

/**
 * The alarms of this container. Each that is raised or cleared is also an event of the event admin:
 * {@code org/asterism/alarm/RAISED} and {@code …/CLEARED} with the properties {@code name}, {@code severity}, {@code subject},
 * {@code text}, {@code action}.
 */
public interface AlarmService {

    /** What is wrong now, the worst first, then the oldest. Never blocks. */
    List<Alarm> alarms();
}
