/**
 * A whole cluster in one JVM. The main class is {@link org.asterism.testing.cluster.InMemoryCluster}: its members offer the
 * real API, its hub can be stopped and started, links can be cut and slowed. Nothing here waits for a time to pass, except
 * the time-out of a request.
 */
package org.asterism.testing.cluster;
