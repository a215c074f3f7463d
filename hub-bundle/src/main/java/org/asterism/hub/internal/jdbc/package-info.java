/**
 * The lease row in the shared database. {@link org.asterism.hub.internal.jdbc.LeaseKeeper} keeps the arbitration going on
 * threads of its own; {@link org.asterism.hub.internal.jdbc.JdbcLeaseStore} is the row.
 */
package org.asterism.hub.internal.jdbc;
