package org.asterism.documents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.asterism.lock.LockFilter;
import org.asterism.lock.LockInfo;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockServer;
import org.asterism.lock.LockServerStatus;

/**
 * A part of the lock table that is not too large to be shown, and how the lock server is.
 *
 * @param more whether there are more locks of this kind
 */
public record LockPage(LockServerStatus status, List<LockInfo> locks, boolean more) {

    /** No page has more. */
    public static final int MOST = 1_000;

    /** With a copy of the list. */
    public LockPage {
        locks = List.copyOf(locks);
    }

    /** @throws IllegalArgumentException if the limit is not 1 to {@link #MOST} */
    public static LockPage of(LockServer server, LockFilter filter, int limit) {
        return page(server, limit, most -> server.locks(filter, most));
    }

    /**
     * What overlaps with a key.
     *
     * @throws IllegalArgumentException if the limit is not 1 to {@link #MOST}
     */
    public static LockPage overlapping(LockServer server, LockKey key, int limit) {
        return page(server, limit, most -> server.overlapping(key, most));
    }

    private static LockPage page(LockServer server, int limit, IntFunction<List<LockInfo>> locks) {
        requireLimit(Integer.toString(limit), limit);
        List<LockInfo> found = locks.apply(limit + 1);
        return new LockPage(server.status(), found.subList(0, Math.min(limit, found.size())), found.size() > limit);
    }

    /**
     * A limit as it is written.
     *
     * @throws IllegalArgumentException if it is not 1 to {@link #MOST}
     */
    public static int limit(String text) {
        int limit = text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
        requireLimit(text, limit);
        return limit;
    }

    private static void requireLimit(String text, int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("not a limit: '" + text + "' (expected 1 to " + MOST + ")");
        }
    }

    /** As a document. */
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("status", LockStatisticsDocument.status(status));
        document.put("locks", LockDocument.locks(locks));
        document.put("more", more);
        return document;
    }
}
