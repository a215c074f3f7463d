/** Applies change logs with Liquibase. The main class is {@link org.asterism.persistence.internal.liquibase.LiquibaseStore}. */
package org.asterism.persistence.internal.liquibase;
