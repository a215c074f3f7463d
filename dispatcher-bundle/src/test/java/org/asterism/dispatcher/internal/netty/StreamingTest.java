package org.asterism.dispatcher.internal.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.PooledByteBufAllocator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Large bodies in bounded memory. */
@Timeout(120)
class StreamingTest {

    private static final long SIZE = 200L << 20;
    private static final long BOUND = 24L << 20;
    private static final byte[] PIECE = new byte[1 << 16];

    private static long pooled() {
        return PooledByteBufAllocator.DEFAULT.metric().usedDirectMemory();
    }

    private static boolean sendLarge(Backend.Request request, AtomicLong sent) throws IOException {
        request.send("HTTP/1.1 200 OK\r\nContent-Length: " + SIZE + "\r\n\r\n");
        for (long done = 0; done < SIZE; done += PIECE.length) {
            request.out().write(PIECE);
            sent.addAndGet(PIECE.length);
        }
        return true;
    }

    private static long count(InputStream in, long size) throws IOException {
        long count = 0;
        byte[] buffer = new byte[1 << 16];
        while (count < size) {
            int read = in.read(buffer);
            if (read < 0) {
                return count;
            }
            count += read;
        }
        return count;
    }

    @Test
    void aLargeAnswerIsStreamed() throws Exception {
        long before = pooled();
        try (Backend node = Backend.of("a/1", request -> sendLarge(request, new AtomicLong()));
                Front front = Front.of(node.up());
                RawClient client = front.connect()) {
            client.get("/shop/").answerHead();
            assertThat(count(client.in, SIZE)).isEqualTo(SIZE);
            assertThat(pooled() - before).isLessThan(BOUND);
        }
    }

    @Test
    void aLargeRequestIsStreamed() throws Exception {
        long before = pooled();
        AtomicLong received = new AtomicLong();
        Backend.Behaviour take = request -> {
            received.set(count(request.in(), SIZE));
            return request.respond(200, "thanks");
        };
        try (Backend node = Backend.of("a/1", take);
                Front front = Front.of(node.up());
                RawClient client = front.connect()) {
            client.send("PUT /shop/ HTTP/1.1\r\nHost: t\r\nContent-Length: " + SIZE + "\r\n\r\n");
            for (long done = 0; done < SIZE; done += PIECE.length) {
                client.out.write(PIECE);
            }
            assertThat(client.answer().body()).isEqualTo("thanks");
            assertThat(received).hasValue(SIZE);
            assertThat(pooled() - before).isLessThan(BOUND);
        }
    }

    @Test
    void aNodeIsNotReadFasterThanTheClientTakesIt() throws Exception {
        long before = pooled();
        AtomicLong sent = new AtomicLong();
        try (Backend node = Backend.of("a/1", request -> sendLarge(request, sent));
                Front front = Front.of(node.up());
                RawClient client = front.connect()) {
            client.get("/shop/").answerHead();
            AtomicLong last = new AtomicLong(-1);
            await().pollInterval(Duration.ofMillis(300)).until(() -> last.getAndSet(sent.get()) == sent.get());
            assertThat(sent.get()).isLessThan(SIZE / 4);
            assertThat(pooled() - before).isLessThan(BOUND);
            assertThat(count(client.in, SIZE)).isEqualTo(SIZE);
            assertThat(client.get("/other").answer().status()).isEqualTo(404);
        }
    }

    @Test
    void aClientIsNotReadFasterThanTheNodeTakesIt() throws Exception {
        AtomicLong wait = new AtomicLong(1);
        Backend.Behaviour later = request -> {
            await().until(() -> wait.get() == 0);
            count(request.in(), SIZE);
            return request.respond(200, "thanks");
        };
        try (Backend node = Backend.of("a/1", later);
                Front front = Front.of(node.up());
                RawClient client = front.connect()) {
            AtomicLong sent = new AtomicLong();
            Thread sender = new Thread(() -> sendBody(client, sent));
            sender.start();
            AtomicLong last = new AtomicLong(-1);
            await().pollInterval(Duration.ofMillis(300))
                    .until(() -> sent.get() > 0 && last.getAndSet(sent.get()) == sent.get());
            assertThat(sent.get()).isLessThan(SIZE / 4);
            wait.set(0);
            assertThat(client.answer().body()).isEqualTo("thanks");
            sender.join(10_000);
        }
    }

    private static void sendBody(RawClient client, AtomicLong sent) {
        try {
            client.send("PUT /shop/ HTTP/1.1\r\nHost: t\r\nContent-Length: " + SIZE + "\r\n\r\n");
            for (long done = 0; done < SIZE; done += PIECE.length) {
                client.out.write(PIECE);
                sent.addAndGet(PIECE.length);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
