package org.asterism.supervisor.internal;

import java.util.concurrent.CompletionStage;

/** The processes of one node. */
public interface Processes {

    /** What a former life of the instance has left: a living process, or the name of a dead one. May block shortly. */
    SupervisionEvent former();

    /** Starts one. Fails with a message for a person. */
    CompletionStage<Child> launch();

    /** Completes once it has ended, with how it did; never fails. */
    CompletionStage<String> exit(Child child);

    /** Asks it to end. */
    void terminate(Child child);

    /** Ends it. */
    void kill(Child child);
}
