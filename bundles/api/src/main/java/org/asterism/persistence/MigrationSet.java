package org.asterism.persistence;

import java.net.URL;

/**
 * The changes that bring a schema of the shared database up to date. Register it as an OSGi service (whiteboard).
 */
public interface MigrationSet {

    /** The name of the schema's owner, such as {@code shop}: lower case letters, digits and {@code -}. */
    String schema();

    /**
     * Where the change log is. Its format and the tool that applies it are described in the README of the bundle
     * {@code persistence}.
     */
    URL changeLog();
}
