/**
 * Starts, finds and stops the processes of a cluster on this machine. The main class is
 * {@link org.asterism.container.ContainerStarter}.
 *
 * <p>Invariants: a process is only ever signalled when its pid and its start time match the record; the settings of a
 * container are a function of the templates, the overlays and its specification; records are replaced in one step.
 */
@Version("1.0.0")
@Export
package org.asterism.container;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
