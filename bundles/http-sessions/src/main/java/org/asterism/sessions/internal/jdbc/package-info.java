/** The sessions in a table of the shared database, in SQL that H2 and PostgreSQL share. */
package org.asterism.sessions.internal.jdbc;
