/**
 * What the dispatchers of the cluster tell of themselves and what they can be told. The main type is
 * {@link org.asterism.dispatcher.DispatcherStatistics}: one service for each instance, local or imported.
 */
@Version("1.0.0")
@Export
package org.asterism.dispatcher;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
