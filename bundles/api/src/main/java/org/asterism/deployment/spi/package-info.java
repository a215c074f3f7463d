/** What server nodes offer to the instances that bring deployments to them. */
@Version("1.0.0")
@Export
package org.asterism.deployment.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
