package org.asterism.remote.internal.osgi;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.asterism.remote.internal.messaging.Promises;
import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;
import org.osgi.util.promise.PromiseFactory;

/** The promises of OSGi. To be made by {@link #ifThere} alone: the package need not be there. */
final class OsgiPromises implements Promises {

    private final PromiseFactory factory = new PromiseFactory(PromiseFactory.inlineExecutor());

    private OsgiPromises() {}

    /** Promises, if their package is there. */
    static Promises ifThere() {
        try {
            return new OsgiPromises();
        } catch (NoClassDefFoundError e) { // then nobody can have offered us a promise of this class either
            return Promises.NONE;
        }
    }

    @Override
    public boolean isPromise(Class<?> type) {
        return type.equals(Promise.class);
    }

    @Override
    public CompletionStage<?> stage(Object promise) {
        Promise<?> source = (Promise<?>) promise;
        CompletableFuture<Object> stage = new CompletableFuture<>();
        var unused = source.onResolve(() -> settle(source, stage));
        return stage;
    }

    private static void settle(Promise<?> resolved, CompletableFuture<Object> stage) {
        try {
            Throwable failure = resolved.getFailure();
            if (failure == null) {
                stage.complete(resolved.getValue());
            } else {
                stage.completeExceptionally(failure);
            }
        } catch (InterruptedException | InvocationTargetException e) { // it has been resolved: neither happens
            stage.completeExceptionally(e);
        }
    }

    @Override
    public Object promise(CompletableFuture<?> future) {
        Deferred<Object> deferred = factory.deferred();
        var unused = future.whenComplete((value, failure) -> {
            if (failure == null) {
                deferred.resolve(value);
            } else {
                deferred.fail(failure instanceof CompletionException ? failure.getCause() : failure);
            }
        });
        return deferred.getPromise();
    }
}
