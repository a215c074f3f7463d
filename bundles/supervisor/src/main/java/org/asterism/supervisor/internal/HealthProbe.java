package org.asterism.supervisor.internal;

import java.util.concurrent.CompletionStage;

/** Asks a child how it is. */
@FunctionalInterface
public interface HealthProbe {

    /** Answers in bounded time and never fails. */
    CompletionStage<HealthAnswer> ask(Child child);
}
