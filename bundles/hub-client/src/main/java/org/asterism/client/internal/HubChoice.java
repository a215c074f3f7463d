package org.asterism.client.internal;

import java.net.URI;
import java.util.List;

/** Which hub is tried next: the one that worked last as long as it works, otherwise one after the other. Not thread-safe. */
public final class HubChoice {

    private final List<URI> hubs;
    private int present;
    private int failures;

    public HubChoice(List<URI> hubs) {
        this.hubs = List.copyOf(hubs);
    }

    public URI present() {
        return hubs.get(present);
    }

    /** The present one does not work: tries the next. */
    public void failed() {
        present = (present + 1) % hubs.size();
        failures++;
    }

    public void worked() {
        failures = 0;
    }

    /** Whether all of them have been tried equally often since one worked: time for a pause. */
    public boolean isRoundOver() {
        return failures % hubs.size() == 0;
    }
}
