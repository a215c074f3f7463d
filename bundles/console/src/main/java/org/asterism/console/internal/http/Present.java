package org.asterism.console.internal.http;

import java.util.Map;
import java.util.Optional;
import org.asterism.console.internal.Timeline;
import org.asterism.lock.LockServer;

/**
 * The cluster of now, with the {@code sequence} of the newest moment: whoever is shown a higher one than it knows asks for the moments
 * after that.
 */
public record Present(Source cluster, Timeline timeline) implements Source {

    @Override
    public Optional<Map<String, Object>> picture() {
        long sequence = timeline.sequence(); // before the picture: what happens in between is told next time
        Optional<Map<String, Object>> picture = cluster.picture();
        picture.ifPresent(document -> document.put("sequence", sequence));
        return picture;
    }

    @Override
    public Optional<LockServer> locks() {
        return cluster.locks();
    }
}
