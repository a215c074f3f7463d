package org.asterism.servernode;

/** How a server node runs. */
public enum Hosting {
    /** In a JVM of its own: a child Karaf container. */
    PROCESS,
    /** Inside the container of its instance; for tests and development. */
    EMBEDDED
}
