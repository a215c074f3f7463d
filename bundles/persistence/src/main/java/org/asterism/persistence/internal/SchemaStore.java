package org.asterism.persistence.internal;

/** The schemas of the shared database. */
public interface SchemaStore {

    /** Whether all of this change log was applied before. */
    boolean isCurrent(ChangeLog changeLog) throws MigrationException;

    /** Applies what is missing. The caller holds the cluster lock of the schema. */
    void apply(ChangeLog changeLog) throws MigrationException;
}
