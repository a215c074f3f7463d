/**
 * Brings schemas up to date. The main class is {@link org.asterism.persistence.internal.MigrationRun}: a schema that is up to
 * date needs no lock and no hub, any other is changed under the cluster lock {@code asterism:migration[schema]}.
 */
package org.asterism.persistence.internal;
