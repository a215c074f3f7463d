package org.asterism.sessions.internal;

/**
 * Names a session in the shared database.
 *
 * @param context the context path of its application
 * @param id comes from a cookie, so from anybody
 */
public record SessionKey(String context, String id) {

    private static final int LONGEST = 200;

    /** Whether it can be that of a session at all. */
    public boolean isPossible() {
        return context.length() <= LONGEST
                && !id.isEmpty()
                && id.length() <= LONGEST
                && id.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }
}
