/**
 * The component: {@link org.asterism.persistence.internal.osgi.MigrationComponent} hears of migration sets, applies them on its
 * own executor, tries again for as long as it takes, and registers what is ready.
 */
package org.asterism.persistence.internal.osgi;
