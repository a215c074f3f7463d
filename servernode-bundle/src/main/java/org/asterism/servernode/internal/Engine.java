package org.asterism.servernode.internal;

/** What runs the applications: the HTTP server of this container. There is one exactly while it listens. */
@FunctionalInterface
public interface Engine {

    /** How it is; the newest that is known if the engine is busy. Blocks for a fraction of a second at most. */
    EngineReport report();
}
