package org.asterism.sessions.internal;

import java.util.concurrent.atomic.LongAdder;

/** Counts since the start. Safe for use by all threads. */
public final class SessionCounters {

    /** Sessions found in the database. */
    public final LongAdder loaded = new LongAdder();
    /** Sessions written with their attributes. */
    public final LongAdder saved = new LongAdder();
    /** Sessions whose last use was written. */
    public final LongAdder touched = new LongAdder();
    /** Bytes of attributes written. */
    public final LongAdder savedBytes = new LongAdder();
    /** Sessions that this member ended because they were unused for too long. */
    public final LongAdder expired = new LongAdder();
    /** Changes refused because another node had changed the session. */
    public final LongAdder conflicts = new LongAdder();
    /** Attributes refused. */
    public final LongAdder refused = new LongAdder();
    /** Sessions that could not be read. */
    public final LongAdder unreadable = new LongAdder();
    /** Failures of the database. */
    public final LongAdder failures = new LongAdder();
}
