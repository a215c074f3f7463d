package org.asterism.dispatcher;

import java.util.List;
import org.asterism.remote.Idempotent;

/**
 * The maintenance pages of one dispatcher. A service of each instance, offered to the whole cluster; the service property
 * {@link #INSTANCE} names the instance. Dispatchers tell each other what is new to them, so that one that comes later shows the same.
 * Kept in memory only: once no instance runs any more nothing is under maintenance but what is configured so. Safe for use by several threads.
 */
public interface MaintenanceService {

    /** Service property, {@code String}: the name of the instance whose dispatcher it is. */
    String INSTANCE = "asterism.dispatcher.instance";

    /** The newest notice of each application, also of those that are no longer under maintenance; by context path. */
    @Idempotent
    List<MaintenanceNotice> notices();

    /**
     * Takes in notices; for each application the newest counts, so the order in which they come does not matter.
     *
     * @throws IllegalStateException if there would be too many applications
     */
    @Idempotent
    void take(List<MaintenanceNotice> notices);
}
