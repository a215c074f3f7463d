package org.asterism.persistence;

/**
 * The changes of one {@link MigrationSet} are applied. Registered with the property {@value #SCHEMA}; a component that needs
 * its tables refers to this service.
 */
public interface MigratedSchema {

    /** Service property: {@link MigrationSet#schema}. */
    String SCHEMA = "asterism.schema";

    /** {@link MigrationSet#schema}. */
    String schema();
}
