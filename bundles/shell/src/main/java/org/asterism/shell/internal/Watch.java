package org.asterism.shell.internal;

import java.util.Optional;
import org.asterism.cluster.ClusterView;
import org.asterism.documents.Selection;

/**
 * Chooses what a watch shows. Not thread-safe.
 *
 * <ol>
 *   <li>A change that the view at the beginning has already is not shown.
 *   <li>Every other one that is chosen is shown once, in order, until there were enough.
 * </ol>
 */
public final class Watch {

    private final Selection selection;
    private final ClusterView start;
    private final long most;
    private boolean begun;
    private long shown;

    /**
     * @param start taken after the subscription whose changes are told
     * @param most how many changes are shown
     */
    public Watch(Selection selection, ClusterView start, long most) {
        this.selection = selection;
        this.start = start;
        this.most = most;
    }

    /** What is there before the first change. */
    public Report start() {
        return new ViewReport(selection.of(start));
    }

    /** What to show of a change, if anything. */
    public Optional<Report> next(Change change) {
        begun = begun || follows(change.before());
        if (!begun || isOver() || !selection.chooses(change.event(), change.before(), change.after())) {
            return Optional.empty();
        }
        shown++;
        return Optional.of(change);
    }

    /** Whether there were enough. */
    public boolean isOver() {
        return shown >= most;
    }

    private boolean follows(ClusterView before) {
        return before.equals(start)
                || before.epoch() > start.epoch()
                || (before.epoch() == start.epoch() && before.revision() > start.revision());
    }
}
