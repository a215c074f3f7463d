package org.asterism.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.asterism.messaging.HubUnavailableException;
import org.asterism.messaging.MessageService;

/** Publishes as fast as there is room. One thread. */
final class Publisher {

    private static final int ROOM_SECONDS = 30;

    private final MessageService messages;
    private final String topic;
    private long published;

    Publisher(MessageService messages, String topic) {
        this.messages = messages;
        this.topic = topic;
    }

    long published() {
        return published;
    }

    void publish(byte[] payload) throws BenchException, InterruptedException {
        long begin = System.nanoTime();
        while (!offer(payload)) {
            if (System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(ROOM_SECONDS)) {
                throw new BenchException("messages are refused in spite of room for " + ROOM_SECONDS + " s");
            }
        }
    }

    private boolean offer(byte[] payload) throws BenchException, InterruptedException {
        awaitRoom();
        try {
            messages.publish(topic, payload);
            published++;
            return true;
        } catch (HubUnavailableException full) {
            return false; // another sender of this member took the room
        }
    }

    private void awaitRoom() throws BenchException, InterruptedException {
        CompletableFuture<Void> room = messages.room().toCompletableFuture();
        if (!room.isDone()) {
            try {
                room.get(ROOM_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                throw new BenchException("there is no room for messages within " + ROOM_SECONDS + " s", e);
            }
        }
    }
}
