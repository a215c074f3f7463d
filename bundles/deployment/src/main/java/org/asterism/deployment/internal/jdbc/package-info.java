/**
 * The tables of the shared database, by plain JDBC: instances have no JPA, and a file is streamed. The main classes are
 * {@link org.asterism.deployment.internal.jdbc.ArtifactTable}, {@link org.asterism.deployment.internal.jdbc.GenerationTable} and
 * {@link org.asterism.deployment.internal.jdbc.RolloutTable}.
 */
package org.asterism.deployment.internal.jdbc;
