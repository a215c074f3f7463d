/**
 * The component. {@link org.asterism.sessions.internal.osgi.HttpSessionsComponent} registers the customizer at once and follows
 * the data source.
 */
package org.asterism.sessions.internal.osgi;
