package org.asterism.shell.internal;

import org.asterism.cluster.ClusterView;

/** A warning above what may not be the whole truth. */
final class Freshness {

    private Freshness() {}

    static String of(ClusterView view) {
        if (view.stale()) {
            return "The link to the hub is down; this is the last that was known.\n";
        }
        return view.warming() ? "The hub has just started and waits for members of its former life.\n" : "";
    }
}
