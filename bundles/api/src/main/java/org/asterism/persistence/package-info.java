/**
 * Schemas in the shared database. A bundle offers a {@link org.asterism.persistence.MigrationSet}; once its changes are
 * applied, by one member of the cluster, a {@link org.asterism.persistence.MigratedSchema} appears in every member.
 */
@Version("1.0.0")
@Export
package org.asterism.persistence;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
