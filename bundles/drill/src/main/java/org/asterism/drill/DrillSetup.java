package org.asterism.drill;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.asterism.drill.fault.Cluster;
import org.asterism.drill.history.FaultKind;

/**
 * What is to be drilled.
 *
 * @param hubs where hubs of the cluster listen
 * @param logs a folder for what workers log
 * @param lease of its lock server
 * @param time how long, unless {@code count} is said
 * @param count after so many faults it ends
 * @param kinds what may be broken
 */
record DrillSetup(
        Cluster cluster,
        List<URI> hubs,
        Path secretFile,
        Path logs,
        Duration lease,
        Duration time,
        OptionalInt count,
        Set<FaultKind> kinds,
        int workers,
        int customers,
        long seed) {}
