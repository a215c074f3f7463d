/**
 * What programs are told of the cluster, wherever they ask. The main classes are the documents of members, services, events, the
 * hub and locks, each a pure function of what the API answered, {@link org.asterism.documents.JsonText}, which writes them, and
 * {@link org.asterism.documents.Selection}. Keys are added, never renamed.
 */
@Version("1.0.0")
@Export
package org.asterism.documents;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
