package org.asterism.dispatcher.internal;

import java.util.List;

/**
 * An application and where it is deployed.
 *
 * @param path its context path; empty for the root application
 * @param own targets of the dispatcher's own instance
 * @param others targets of other instances
 */
record Application(String path, List<Target> own, List<Target> others) {

    Application {
        own = List.copyOf(own);
        others = List.copyOf(others);
    }

    boolean isAt(Target target) {
        return target.applications().contains(path);
    }
}
