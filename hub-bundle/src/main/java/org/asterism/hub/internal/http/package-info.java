/** The hub's read-only page and JSON. The main class is {@link org.asterism.hub.internal.http.ClusterServlet}. */
package org.asterism.hub.internal.http;
