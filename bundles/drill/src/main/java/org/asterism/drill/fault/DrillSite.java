package org.asterism.drill.fault;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a drill takes place.
 *
 * @param hubs where hubs listen
 * @param logs the folder for what workers log
 * @param namespace of the locks
 * @param member what ids of workers begin with
 * @param customers threads of each worker
 */
public record DrillSite(
        List<URI> hubs,
        Path secretFile,
        Path logs,
        String namespace,
        String member,
        int registerPort,
        long seed,
        int customers) {

    public DrillSite {
        hubs = List.copyOf(hubs);
    }
}
