/**
 * Server nodes as child processes of their instance. The main type is {@link org.asterism.supervisor.NodeSupervisor}.
 */
@Version("1.0.0")
@Export
package org.asterism.supervisor;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
