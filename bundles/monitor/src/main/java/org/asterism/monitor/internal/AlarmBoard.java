package org.asterism.monitor.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asterism.alarm.Alarm;
import org.asterism.alarm.Condition;

/**
 * Knows since when something is wrong. Deterministic, not thread-safe.
 *
 * <ol>
 *   <li>What is wrong is raised once, and lasts with the time it was raised until it is not wrong any more.
 *   <li>There are never more than a bound; what is over it is left out, the last that came first.
 * </ol>
 */
public final class AlarmBoard {

    private static final int MOST = 200;
    private static final Comparator<Alarm> WORST_FIRST = Comparator.comparing(
                    (Alarm alarm) -> alarm.kind().severity())
            .reversed()
            .thenComparing(Alarm::since)
            .thenComparing(alarm -> alarm.kind().name())
            .thenComparing(Alarm::subject);

    private Map<Key, Alarm> present = new LinkedHashMap<>();
    private final Map<String, Long> raised = new HashMap<>();

    private record Key(String kind, String subject) {}

    /**
     * What has changed.
     *
     * @param raised true if it is wrong now and was not, false if it is well again
     */
    public record Change(Alarm alarm, boolean raised) {}

    /** Takes everything that is wrong now, and says what has changed since the last time. */
    public List<Change> apply(List<Condition> conditions, Instant now) {
        Map<Key, Alarm> next = new LinkedHashMap<>();
        List<Change> changes = new ArrayList<>();
        for (Condition condition : conditions) {
            Key key = new Key(condition.kind().name(), condition.subject());
            if (next.size() < MOST && !next.containsKey(key)) {
                Alarm alarm = alarm(condition, present.get(key), now);
                next.put(key, alarm);
                if (!present.containsKey(key)) {
                    raised.merge(key.kind(), 1L, Long::sum);
                    changes.add(new Change(alarm, true));
                }
            }
        }
        present.forEach((key, alarm) -> {
            if (!next.containsKey(key)) {
                changes.add(new Change(alarm, false));
            }
        });
        present = next;
        return changes;
    }

    private static Alarm alarm(Condition condition, Alarm former, Instant now) {
        Instant since = former == null ? now : former.since();
        return new Alarm(condition.kind(), condition.subject(), condition.text(), since);
    }

    /** The worst first, then the oldest. */
    public List<Alarm> alarms() {
        return present.values().stream().sorted(WORST_FIRST).toList();
    }

    /** How often each kind was raised. */
    public Map<String, Long> raised() {
        return Map.copyOf(raised);
    }
}
