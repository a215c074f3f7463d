package org.asterism.launcher.cluster;

import java.util.Locale;

/** How the server nodes of an instance run. */
public enum Hosting {
    /** Each in a process of its own. */
    PROCESS,
    /** In the container of the instance; for tests and development. */
    EMBEDDED;

    /** As it is written in files and on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
