package org.asterism.dispatcher.internal.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.epoll.Epoll;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.asterism.dispatcher.internal.DispatchPolicy;
import org.asterism.dispatcher.internal.EjectionRule;
import org.asterism.dispatcher.internal.Target;
import org.asterism.dispatcher.internal.TestSettings;
import org.asterism.servernode.NodeStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients and nodes that do at random what they like: right answers only, nothing lost, nothing left over. */
@Timeout(120)
class RandomTrafficTest {

    private static final int CLIENTS = 8;
    private static final int STEPS = 20;
    private static final EjectionRule NEVER =
            new EjectionRule(Integer.MAX_VALUE, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ZERO);

    private final long seed = new Random().nextLong();

    @Test
    void leavesNothingBehind() throws Exception {
        run(new TestSettings());
    }

    @Test
    void leavesNothingBehindOnEpoll() throws Exception {
        assumeTrue(Epoll.isAvailable());
        run(new TestSettings().nativeTransport());
    }

    private void run(TestSettings settings) throws Exception {
        LeakWatch.begin();
        settings.policy(new DispatchPolicy(NEVER, TestSettings.LIMIT, 1));
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try (Backend one = Backend.of("a/1", this::serve).withoutRecords();
                Backend two = Backend.of("a/2", this::serve).withoutRecords();
                Front front = Front.of(settings, one.up(), two.up())) {
            List<Future<?>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Random random = new Random(seed + i);
                clients.add(threads.submit(() -> client(front, random)));
            }
            NodeStatus[] both = {one.up(), two.up()};
            for (Future<?> client : clients) {
                front.update(one.up());
                front.update(both);
                client.get(60, TimeUnit.SECONDS);
            }
            await().untilAsserted(() -> assertThat(front.pool().targets())
                    .as("seed " + seed)
                    .extracting(Target::outstanding)
                    .containsOnly(0));
        } finally {
            threads.shutdownNow();
        }
        assertThat(LeakWatch.end()).as("seed " + seed).isEmpty();
    }

    @Test
    void aLostBufferWouldBeSeen() throws Exception {
        LeakWatch.begin();
        PooledByteBufAllocator.DEFAULT.directBuffer(16);
        assertThat(LeakWatch.end()).hasSize(1);
    }

    private boolean serve(Backend.Request request) throws IOException {
        String target = request.target();
        Random random = new Random(target.hashCode());
        boolean hasBody = !request.method().equals("HEAD");
        switch (random.nextInt(12)) {
            case 0 -> {
                return request.reset();
            }
            case 1 -> {
                return false;
            }
            case 2 -> {
                request.send("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + "x".repeat(random.nextInt(90_000)));
                return random.nextBoolean() && request.reset();
            }
            case 3 -> {
                request.send("HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n");
                return false;
            }
            case 4 -> request.send("HTTP/1.1 103 Early\r\nLink: x\r\n\r\n");
            case 5 -> {
                request.body();
                request.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                String piece = "y".repeat(1 + random.nextInt(30_000));
                for (int i = 0; i < 10 && hasBody; i++) {
                    request.send(Integer.toHexString(piece.length()) + "\r\n" + piece + "\r\n");
                }
                request.send(hasBody ? "0\r\nX-Trailer: z\r\n\r\n" : "");
                return random.nextBoolean();
            }
            default -> {}
        }
        return request.respond(200, target + " " + request.body().length);
    }

    private void client(Front front, Random random) {
        for (int step = 0; step < STEPS; step++) {
            try (RawClient client = front.connect()) {
                for (int i = 0; i < 10; i++) {
                    exchange(client, random);
                }
            } catch (IOException broken) {
                assertThat(broken).as("seed " + seed).isNotInstanceOf(SocketTimeoutException.class);
            }
        }
    }

    private void exchange(RawClient client, Random random) throws IOException {
        String target = "/shop/" + random.nextInt(1_000_000);
        int length = random.nextInt(3) == 0 ? random.nextInt(200_000) : 0;
        switch (random.nextInt(8)) {
            case 0 -> {
                client.send("POST " + target + " HTTP/1.1\r\nHost: t\r\nContent-Length: " + (length + 9) + "\r\n\r\n");
                client.send("x".repeat(length)); // and no more
                client.socket.close();
                throw new EOFException("left");
            }
            case 1 -> {
                client.get(target);
                client.socket.setSoLinger(random.nextBoolean(), 0);
                client.socket.close();
                throw new EOFException("left");
            }
            case 2 -> {
                client.send("HEAD " + target + " HTTP/1.1\r\nHost: t\r\n\r\n");
                if (client.answerHead().status() == 103) {
                    client.answerHead();
                }
            }
            case 3 -> {
                client.send("POST " + target + " HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n");
                client.send(Integer.toHexString(length + 1) + "\r\n" + "x".repeat(length + 1) + "\r\n0\r\n\r\n");
                check(client, target, length + 1);
            }
            case 4 -> {
                client.get(target).get(target);
                check(client, target, 0);
                check(client, target, 0);
            }
            default -> {
                client.send("PUT " + target + " HTTP/1.1\r\nHost: t\r\nContent-Length: " + length + "\r\n\r\n"
                        + "x".repeat(length));
                check(client, target, length);
            }
        }
    }

    private void check(RawClient client, String target, int length) throws IOException {
        RawClient.Answer answer = skipInterim(client.answer(), client);
        if (answer.status() == 200
                && !answer.body().startsWith("x")
                && !answer.body().startsWith("y")) {
            assertThat(answer.body()).as("seed " + seed).isEqualTo(target + " " + length);
        }
        assertThat(answer.status()).as("seed " + seed + ": " + answer).isIn(0, 200, 403, 502, 503);
        if (answer.status() == 0) {
            throw new EOFException("closed");
        }
    }

    private static RawClient.Answer skipInterim(RawClient.Answer first, RawClient client) throws IOException {
        return first.status() == 103 ? client.answer() : first;
    }
}
