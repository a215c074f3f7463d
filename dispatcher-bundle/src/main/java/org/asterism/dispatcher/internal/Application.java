package org.asterism.dispatcher.internal;

import java.util.List;

/**
 * An application and where it is deployed.
 *
 * @param path its context path; empty for the root application
 * @param own places of the dispatcher's own instance
 * @param others places of other instances
 */
record Application(String path, List<Place> own, List<Place> others) {

    Application {
        own = List.copyOf(own);
        others = List.copyOf(others);
    }

    boolean isAt(Target target) {
        return target.isAt(path);
    }
}
