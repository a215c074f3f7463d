package org.asterism.sessions.internal.jmx;

/** Counts of this node since its start. */
public interface HttpSessionsMXBean {

    long getLoaded();

    long getSaved();

    long getSavedBytes();

    long getTouched();

    /** Ended by this node because they were unused for too long. */
    long getExpired();

    /** Changes refused because another node had changed the session. */
    long getConflicts();

    /** Attributes refused. */
    long getRefused();

    long getUnreadable();

    /** Failures of the database. */
    long getFailures();
}
