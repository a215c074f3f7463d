package org.asterism.remote.internal.messaging;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.asterism.messaging.Message;
import org.asterism.messaging.RequestHandler;
import org.asterism.remote.internal.CallCounts;

/** Counts the calls of other members to one service of this one; those that could not be answered as failures. */
public final class CountedHandler implements RequestHandler {

    private final RequestHandler handler;
    private final CallCounts.Count count;

    public CountedHandler(RequestHandler handler, CallCounts.Count count) {
        this.handler = handler;
        this.count = count;
    }

    @Override
    public CompletionStage<byte[]> handle(Message request) {
        long began = System.nanoTime();
        CompletionStage<byte[]> answer = handler.handle(request);
        if (answer instanceof CompletableFuture<byte[]> future && future.isDone()) {
            ended(began, future.isCompletedExceptionally());
            return answer;
        }
        return answer.whenComplete((value, failure) -> ended(began, failure != null));
    }

    private void ended(long began, boolean failed) {
        count.ended(System.nanoTime() - began, failed);
    }
}
