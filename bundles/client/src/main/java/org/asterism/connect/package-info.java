/**
 * A cluster as plain Java programs see it: tools, tests, other people's programs. The main type is
 * {@link org.asterism.connect.AsterismClient}.
 */
@Version("1.0.0")
@Export
package org.asterism.connect;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
