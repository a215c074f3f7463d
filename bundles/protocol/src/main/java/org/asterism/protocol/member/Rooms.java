package org.asterism.protocol.member;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Who waits for room in the outbox: all of them wait for the same moment. Not thread-safe. */
final class Rooms {

    private static final CompletionStage<Void> NOW = CompletableFuture.completedStage(null);

    private CompletableFuture<Void> next = new CompletableFuture<>();
    private boolean awaited;

    CompletionStage<Void> room(boolean roomNow) {
        if (roomNow) {
            return NOW;
        }
        awaited = true;
        return next.copy();
    }

    /** Whom to tell, on whatever thread, that there is room. */
    List<CompletableFuture<Void>> roomy(boolean roomNow) {
        if (!awaited || !roomNow) {
            return List.of();
        }
        List<CompletableFuture<Void>> told = new ArrayList<>(List.of(next));
        next = new CompletableFuture<>();
        awaited = false;
        return told;
    }
}
