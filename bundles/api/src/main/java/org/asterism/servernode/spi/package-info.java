/** What the agent of an engine and those who bring applications to it tell each other, within one container. */
@Version("1.0.0")
@Export
package org.asterism.servernode.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
