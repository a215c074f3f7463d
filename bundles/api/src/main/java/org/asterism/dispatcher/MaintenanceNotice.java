package org.asterism.dispatcher;

import java.time.Duration;

/**
 * Says that an application is under maintenance, or no longer.
 *
 * @param application its context path; {@code /} for the root application
 * @param on whether requests for it are answered with the page instead of by a server node
 * @param page what clients see; at most {@link #MAX_PAGE} characters
 * @param html whether the page is HTML; else it is plain text
 * @param retryAfter when clients may come again; at most a day
 * @param version of several notices of one application the one with the highest counts; milliseconds since 1970, or more
 */
public record MaintenanceNotice(
        String application, boolean on, String page, boolean html, Duration retryAfter, long version) {

    /** Characters of a page. */
    public static final int MAX_PAGE = 65_536;

    private static final int MAX_APPLICATION = 1024;

    /** @throws IllegalArgumentException if a value is out of its bounds */
    public MaintenanceNotice {
        if (!application.startsWith("/")
                || application.length() > MAX_APPLICATION
                || (application.length() > 1 && application.endsWith("/"))) {
            throw new IllegalArgumentException("not a context path such as /shop: '" + application + "'");
        }
        if (page.length() > MAX_PAGE) {
            throw new IllegalArgumentException(
                    "the page has " + page.length() + " characters, not at most " + MAX_PAGE);
        }
        if (retryAfter.isNegative() || retryAfter.toDays() > 1) {
            throw new IllegalArgumentException("the time to come again is " + retryAfter + ", not between 0 and a day");
        }
    }
}
