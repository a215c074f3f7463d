package org.asterism.remote.internal.messaging;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What a service may return besides the futures of Java: the promises of OSGi, if there are any here. */
public interface Promises {

    /** There are none. */
    Promises NONE = new Promises() {
        @Override
        public boolean isPromise(Class<?> type) {
            return false;
        }

        @Override
        public CompletionStage<?> stage(Object promise) {
            throw new IllegalArgumentException("no promise: " + promise);
        }

        @Override
        public Object promise(CompletableFuture<?> future) {
            throw new IllegalStateException("nobody can be promised anything here");
        }
    };

    /** Whether this is the class of promises. */
    boolean isPromise(Class<?> type);

    /** A stage that becomes what the promise becomes. */
    CompletionStage<?> stage(Object promise);

    /** A promise that becomes what the future becomes. */
    Object promise(CompletableFuture<?> future);
}
