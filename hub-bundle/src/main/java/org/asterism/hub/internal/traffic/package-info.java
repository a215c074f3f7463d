/**
 * How messages get from one member to others. The main class is {@link org.asterism.hub.internal.traffic.Switchboard}: it
 * runs on the network threads of the connections, never blocks, and keeps what waits for each receiver within bounds.
 */
package org.asterism.hub.internal.traffic;
