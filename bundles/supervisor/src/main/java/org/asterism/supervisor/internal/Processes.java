package org.asterism.supervisor.internal;

import java.util.concurrent.CompletionStage;
import org.asterism.servernode.DiagnosticsException;
import org.asterism.servernode.HeapDump;
import org.asterism.servernode.ThreadDump;

/** The processes of one node. */
public interface Processes {

    /** What a former life of the instance has left: a living process, or the name of a dead one. May block shortly. */
    SupervisionEvent former();

    /**
     * Starts one. Fails with a message for a person.
     *
     * @param debug whether a debugger shall be able to attach
     */
    CompletionStage<Child> launch(boolean debug);

    /** Completes once it has ended, with how it did; never fails. */
    CompletionStage<String> exit(Child child);

    /** Asks it to end. */
    void terminate(Child child);

    /** Ends it. */
    void kill(Child child);

    /** Ends one that hangs, after it told what its threads do, if it can within seconds. Returns at once. */
    void killHung(Child child);

    /** What its threads do. Waits for seconds at most. */
    ThreadDump threadDump(Child child) throws DiagnosticsException, InterruptedException;

    /** Its objects. Waits for minutes at most. */
    HeapDump heapDump(Child child) throws DiagnosticsException, InterruptedException;
}
