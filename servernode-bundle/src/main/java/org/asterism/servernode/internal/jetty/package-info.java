/**
 * Counts what the HTTP server does. The main class is {@link org.asterism.servernode.internal.jetty.JettyTraffic}.
 */
package org.asterism.servernode.internal.jetty;
