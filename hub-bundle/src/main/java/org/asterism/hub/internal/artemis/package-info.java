/**
 * The membership table on an embedded broker that keeps nothing on disk. The main class is
 * {@link org.asterism.hub.internal.artemis.ArtemisHub}. The broker's threads never wait for the hub's thread.
 */
package org.asterism.hub.internal.artemis;
