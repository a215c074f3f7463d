/** Components that are active on exactly one member of the cluster; {@link org.asterism.singleton.Singleton} says how. */
@Version("1.0.0")
@Export
package org.asterism.singleton;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
