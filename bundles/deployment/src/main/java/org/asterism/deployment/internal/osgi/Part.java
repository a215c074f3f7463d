package org.asterism.deployment.internal.osgi;

/** What this bundle does in one kind of container. */
interface Part {

    /** Ends it; waits for what is under way, for some seconds at most. */
    void close();
}
