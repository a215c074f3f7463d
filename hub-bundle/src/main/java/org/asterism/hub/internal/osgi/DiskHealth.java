package org.asterism.hub.internal.osgi;

import java.util.Optional;
import org.asterism.hub.internal.HubHealth;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the disk was when it was looked at last. Each transition is logged once. */
final class DiskHealth implements HubHealth {

    private static final Logger LOG = LoggerFactory.getLogger(DiskHealth.class);

    private final Runnable check;
    private volatile Optional<String> problem = Optional.empty();

    /** @param check throws an {@link IllegalArgumentException} that says what to do */
    DiskHealth(Runnable check) {
        this.check = check;
    }

    @Override
    public Optional<String> problem() {
        return problem;
    }

    /** Looks at the disk, on one thread; whether it is well now and was not, or the other way round. */
    boolean look() {
        Optional<String> before = problem;
        problem = found();
        if (before.isPresent() == problem.isPresent()) {
            return false;
        }
        problem.ifPresentOrElse(
                text -> LOG.error("Disk: well → full: {}; the hub goes on, but its log may have gaps", text),
                () -> LOG.info("Disk: full → well"));
        return true;
    }

    private Optional<String> found() {
        try {
            check.run();
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
