/**
 * Which of several hubs is the active one. The main class is {@link org.asterism.hub.internal.standby.Arbitration}: it decides
 * by what it has itself seen of one row in the shared database, on its own monotonic clock alone, and never reads a clock.
 */
package org.asterism.hub.internal.standby;
