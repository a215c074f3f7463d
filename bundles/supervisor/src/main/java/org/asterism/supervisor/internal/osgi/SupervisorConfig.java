package org.asterism.supervisor.internal.osgi;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        id = SupervisorComponent.PID,
        name = "Asterism supervisor",
        description = "Keeps the server nodes of an instance alive that run as processes.")
@interface SupervisorConfig {

    @AttributeDefinition(description = "Pause between two probes of a node that is not ready")
    long probe_starting_millis() default 250;

    @AttributeDefinition(description = "Pause between two probes of a node that is ready")
    long probe_up_millis() default 1_000;

    @AttributeDefinition(description = "Time for the answer to a probe")
    long probe_timeout_millis() default 2_000;

    @AttributeDefinition(description = "How long after it became ready a node is probed as if it was not")
    long settle_millis() default 30_000;

    @AttributeDefinition(description = "Time for a node to become ready")
    long start_timeout_millis() default 120_000;

    @AttributeDefinition(description = "Probes without an answer in a row before a node counts as hung and is killed")
    int missed_limit() default 5;

    @AttributeDefinition(description = "How long a node serves on after the dispatchers were told to turn away from it")
    long drain_millis() default 1_000;

    @AttributeDefinition(description = "How much longer at most it serves on for the requests that it has")
    long drain_requests_millis() default 10_000;

    @AttributeDefinition(description = "Time for a node to end by itself before it is killed")
    long stop_timeout_millis() default 10_000;

    @AttributeDefinition(description = "Pause before the restart after a first death; doubled with each further one")
    long restart_delay_millis() default 100;

    @AttributeDefinition(description = "The longest pause before a restart")
    long restart_delay_max_millis() default 10_000;

    @AttributeDefinition(description = "After being ready for so long a death counts as a first one")
    long stable_after_millis() default 30_000;

    @AttributeDefinition(description = "Deaths within the window that are answered by a restart; then quarantine")
    int restart_limit() default 10;

    @AttributeDefinition(description = "The window in which deaths are counted")
    long restart_window_millis() default 300_000;

    @AttributeDefinition(
            description = "Heap dumps of a node that are kept; 0: none is written when its memory is exhausted")
    int heap_dumps() default 2;

    @AttributeDefinition(description = "Thread dumps of a node that are kept")
    int thread_dumps() default 10;
}
