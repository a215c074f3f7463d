/**
 * The hub's read-only HTTP port. The main class is {@link org.asterism.hub.internal.http.ClusterServlet}; the changes go through
 * {@link org.asterism.hub.internal.http.EventFeed}, which never waits for a listener.
 */
package org.asterism.hub.internal.http;
