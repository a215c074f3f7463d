package org.asterism.dispatcher.internal;

import java.util.Set;
import org.asterism.cluster.MemberId;

/**
 * What the choice of a target depends on.
 *
 * @param path as {@link RequestPath} gives it
 * @param key the sticky key; {@link KeyResolver#NONE} if there is none
 * @param tried targets that have failed this request
 * @param ticket a counter that spreads requests over equally good targets
 */
public record Route(String path, String key, Set<MemberId> tried, int ticket) {

    boolean hasTried(Target target) {
        return !tried.isEmpty() && tried.contains(target.id());
    }
}
