package org.asterism.dispatcher;

import java.util.List;

/**
 * An application as one dispatcher sees it.
 *
 * @param path its context path; {@code /} for the root application
 * @param maintenance whether its maintenance page is shown
 * @param waiting requests that wait for a node now
 * @param mostWaiting how many may
 * @param queued requests that had to wait
 * @param rejected requests answered with 503 because no node could take them in time, or too many waited
 * @param traffic of all nodes together, from the whole request head to the end of the answer
 * @param places where it is, by node
 */
public record ApplicationReport(
        String path,
        boolean maintenance,
        int waiting,
        int mostWaiting,
        long queued,
        long rejected,
        Traffic traffic,
        List<PlaceReport> places) {

    public ApplicationReport {
        places = List.copyOf(places);
    }
}
