package org.asterism.lock.internal;

/** All grants in the order in which they were granted, as a list through themselves. */
final class Ages {

    private Grant oldest;
    private Grant newest;

    /** Null if nothing is held. */
    Grant oldest() {
        return oldest;
    }

    void add(Grant grant) {
        grant.older = newest;
        if (newest == null) {
            oldest = grant;
        } else {
            newest.newer = grant;
        }
        newest = grant;
    }

    void remove(Grant grant) {
        if (grant.older == null) {
            oldest = grant.newer;
        } else {
            grant.older.newer = grant.newer;
        }
        if (grant.newer == null) {
            newest = grant.older;
        } else {
            grant.newer.older = grant.older;
        }
        grant.older = null; // what has ended and is old must not keep what came after it alive
        grant.newer = null;
    }
}
