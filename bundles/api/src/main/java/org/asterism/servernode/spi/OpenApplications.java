package org.asterism.servernode.spi;

import java.util.List;

/** The applications of the engine of this container; a service while the engine listens. */
public interface OpenApplications {

    /** The context paths of those that get requests, sorted. Blocks for a fraction of a second at most. */
    List<String> paths();
}
