/** What is asked of the database without Liquibase: {@link org.asterism.persistence.internal.jdbc.SchemaDataSource}. */
package org.asterism.persistence.internal.jdbc;
