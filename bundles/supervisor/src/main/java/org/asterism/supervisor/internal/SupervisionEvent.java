package org.asterism.supervisor.internal;

/** What happens to a node. */
public sealed interface SupervisionEvent {

    /** Someone wants the node to run. */
    record Start() implements SupervisionEvent {}

    /** Someone wants the node to be down. */
    record Stop() implements SupervisionEvent {}

    /** Someone wants a new process. */
    record Restart() implements SupervisionEvent {}

    /** Someone wants the node to get no new sessions. */
    record Drain() implements SupervisionEvent {}

    /** Someone wants the node to get no requests at all. */
    record Isolate() implements SupervisionEvent {}

    /** Someone wants to attach a debugger: a new process that gets no requests. */
    record Debug() implements SupervisionEvent {}

    /** Someone wants a drained or isolated node to get new sessions again. */
    record Resume() implements SupervisionEvent {}

    /** Someone wants the node to get no requests at all. */
    record Withdraw() implements SupervisionEvent {}

    /** Someone wants a withdrawn node to get requests again. */
    record Readmit() implements SupervisionEvent {}

    /**
     * Someone wants another share of new requests.
     *
     * @param weight at least 1
     */
    record Weigh(int weight) implements SupervisionEvent {}

    /** Nobody looks after the node from now on. */
    record Close() implements SupervisionEvent {}

    /**
     * A living process of a former life of the instance was found.
     *
     * @param incarnation what it called itself; empty if it had never been ready
     */
    record Found(Child child, String incarnation) implements SupervisionEvent {}

    /** The process of a former life of the instance has ended in the meantime, if there was one. */
    record Gone(String incarnation) implements SupervisionEvent {}

    /** The process that was asked for runs. */
    record Launched(Child child) implements SupervisionEvent {}

    /** The process that was asked for could not be started. */
    record LaunchFailed(String reason) implements SupervisionEvent {}

    /** The process has ended. */
    record Exited(Child child, String how) implements SupervisionEvent {}

    /** The answer to a {@link SupervisionEffect.Probe}. */
    record Probed(Child child, HealthAnswer answer) implements SupervisionEvent {}

    /** Time has passed. */
    record Tick() implements SupervisionEvent {}
}
