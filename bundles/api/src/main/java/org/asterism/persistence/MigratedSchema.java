package org.asterism.persistence;

/**
 * The changes of one {@link MigrationSet} are applied. Registered with the property {@value #SCHEMA}; a component that needs
 * its tables refers to this service. A {@code javax.sql.DataSource} with the same property is registered before it and
 * withdrawn after it: a persistence unit that refers to that data source is built when its tables are there.
 */
public interface MigratedSchema {

    /** Service property: {@link MigrationSet#schema}. */
    String SCHEMA = "asterism.schema";

    /** {@link MigrationSet#schema}. */
    String schema();
}
