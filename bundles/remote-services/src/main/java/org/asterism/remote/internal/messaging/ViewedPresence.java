package org.asterism.remote.internal.messaging;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.ClusterView;

/**
 * Looks for endpoints in the view, first after a pause and then again and again: a link that has just broken may not be known
 * to be broken yet. An endpoint is there when the view is neither stale nor warming and has it as its owner's.
 */
public final class ViewedPresence implements EndpointPresence {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Supplier<Optional<ClusterService>> cluster;
    private final Executor later;

    /** @param executor where it is looked */
    public ViewedPresence(Supplier<Optional<ClusterService>> cluster, Executor executor) {
        this.cluster = cluster;
        this.later = CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS, executor);
    }

    @Override
    public CompletableFuture<Boolean> returned(RemoteTarget target, Duration within) {
        CompletableFuture<Boolean> returned = new CompletableFuture<>();
        look(target, returned);
        return returned.completeOnTimeout(false, Math.max(0, within.toMillis()), TimeUnit.MILLISECONDS);
    }

    private void look(RemoteTarget target, CompletableFuture<Boolean> returned) {
        later.execute(() -> {
            if (isThere(target)) {
                returned.complete(true);
            } else if (!returned.isDone()) {
                look(target, returned);
            }
        });
    }

    private boolean isThere(RemoteTarget target) {
        return cluster.get()
                .map(ClusterService::view)
                .filter(view -> has(view, target))
                .isPresent();
    }

    private static boolean has(ClusterView view, RemoteTarget target) {
        return !view.stale()
                && !view.warming()
                && view.service(target.endpointId())
                        .filter(entry -> entry.member().equals(target.owner()))
                        .isPresent();
    }
}
