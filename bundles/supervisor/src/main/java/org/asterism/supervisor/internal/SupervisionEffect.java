package org.asterism.supervisor.internal;

/** What is to be done. */
public sealed interface SupervisionEffect {

    /** Start a process; answered by exactly one Launched or LaunchFailed. */
    record Launch() implements SupervisionEffect {}

    /** Watch for the end of the process; answered by exactly one Exited. */
    record Watch(Child child) implements SupervisionEffect {}

    /** Ask the process how it is; answered by exactly one Probed. */
    record Probe(Child child) implements SupervisionEffect {}

    /** Ask the process to end. */
    record Terminate(Child child) implements SupervisionEffect {}

    /** End the process, after it told what its threads do, if it can within seconds. */
    record KillHung(Child child) implements SupervisionEffect {}

    /** End the process. */
    record Kill(Child child) implements SupervisionEffect {}

    /** Tell the cluster that this incarnation is dead. */
    record ReportDeath(String incarnation) implements SupervisionEffect {}
}
