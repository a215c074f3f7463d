package org.asterism.dispatcher;

import org.asterism.remote.Idempotent;

/**
 * What a dispatcher has counted. A service of each instance, offered to the whole cluster; the service property
 * {@link #INSTANCE} names the instance. Safe for use by several threads.
 */
public interface DispatcherStatistics {

    /** Service property, {@code String}: the name of the instance whose dispatcher it is. */
    String INSTANCE = "asterism.dispatcher.instance";

    /** How things stand now. Answers within a second or so, also under load. */
    @Idempotent
    DispatcherReport report();
}
