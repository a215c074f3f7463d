package org.asterism.dispatcher.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.asterism.dispatcher.MaintenanceNotice;

/** Which applications are under maintenance: the newest notice of each counts. Never changes; {@link #with} makes the next one. */
public final class MaintenanceBoard {

    public static final MaintenanceBoard EMPTY = new MaintenanceBoard(Map.of());

    private static final int MOST = 1000;

    private final Map<String, MaintenanceNotice> notices;
    private final List<String> on;

    private MaintenanceBoard(Map<String, MaintenanceNotice> notices) {
        this.notices = notices;
        this.on = notices.entrySet().stream()
                .filter(entry -> entry.getValue().on())
                .map(Map.Entry::getKey)
                .sorted((one, other) -> other.length() - one.length())
                .toList();
    }

    /**
     * With these notices, as far as they are newer; itself if none is.
     *
     * @throws IllegalStateException if there would be too many
     */
    public MaintenanceBoard with(Collection<MaintenanceNotice> more) {
        Map<String, MaintenanceNotice> next = new TreeMap<>(notices);
        for (MaintenanceNotice notice : more) {
            next.merge(
                    ContextPath.normalize(notice.application()),
                    notice,
                    (known, said) -> said.version() > known.version() ? said : known);
        }
        if (next.size() > MOST) {
            throw new IllegalStateException(
                    "there are maintenance notices of " + MOST + " applications, and no room for more");
        }
        return next.equals(notices) ? this : new MaintenanceBoard(next);
    }

    /**
     * The notice that is to be shown to a request; null if there is none.
     *
     * @param path of the request
     * @param application the context path of the application that would get it; null if there is none
     */
    public MaintenanceNotice of(String path, String application) {
        for (int i = 0; i < on.size(); i++) {
            String maintained = on.get(i);
            if (ContextPath.covers(maintained, path)
                    && (application == null || maintained.length() >= application.length())) {
                return notices.get(maintained);
            }
        }
        return null;
    }

    public boolean isEmpty() {
        return on.isEmpty();
    }

    /** The context paths of what is under maintenance. */
    public List<String> applications() {
        return on;
    }

    public List<MaintenanceNotice> notices() {
        return new ArrayList<>(notices.values());
    }

    /** A version for a notice that counts more than all there are. */
    public long nextVersion(long millis) {
        long newest = notices.values().stream()
                .mapToLong(MaintenanceNotice::version)
                .max()
                .orElse(0);
        return Math.max(millis, newest + 1);
    }
}
