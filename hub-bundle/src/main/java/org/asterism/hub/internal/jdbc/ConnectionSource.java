package org.asterism.hub.internal.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** Where connections to the shared database come from. */
@FunctionalInterface
public interface ConnectionSource {

    /** A new connection, which the caller closes. */
    Connection open() throws SQLException;
}
