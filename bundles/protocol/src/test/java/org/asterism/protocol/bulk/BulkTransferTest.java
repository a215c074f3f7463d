package org.asterism.protocol.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.messaging.HubUnavailableException;
import org.asterism.messaging.ListenerDiedException;
import org.asterism.messaging.NoListenerException;
import org.asterism.messaging.RequestFailedException;
import org.asterism.messaging.RequestTimeoutException;
import org.asterism.testing.cluster.InMemoryCluster;
import org.asterism.testing.cluster.InMemoryMember;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("InputStreamSlowMultibyteRead") // content of a few pieces
class BulkTransferTest {

    private static final int PIECE = 1000;
    private static final BulkSettings SETTINGS = new BulkSettings(PIECE, 4, 2, 3);
    private static final Duration STALL = Duration.ofSeconds(10);
    private static final String TOPIC = "files";

    private final InMemoryCluster cluster = new InMemoryCluster();
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final CompletableFuture<byte[]> received = new CompletableFuture<>();
    private final CompletableFuture<Exception> failed = new CompletableFuture<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private InMemoryMember a;
    private InMemoryMember b;
    private BulkTransfer atA;
    private BulkTransfer atB;

    @BeforeEach
    void join() throws Exception {
        a = cluster.join("a", MemberKind.INSTANCE);
        b = cluster.join("b", MemberKind.INSTANCE);
        atA = new BulkTransfer(a.messages(), executor, SETTINGS);
        atB = new BulkTransfer(b.messages(), executor, SETTINGS);
        cluster.settle();
    }

    @AfterEach
    void end() {
        goOn.countDown();
        executor.shutdownNow();
        cluster.close();
    }

    /** Endless content that counts how much was taken. */
    private static final class Endless extends InputStream {
        private final AtomicInteger taken = new AtomicInteger();
        private volatile boolean closed;

        @Override
        public int read() {
            taken.incrementAndGet();
            return 1;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    /** Content that comes when somebody lets it. */
    private final class Held extends InputStream {
        private int left = 2 * PIECE;

        @Override
        public int read() throws IOException {
            if (--left < PIECE) {
                pause();
            }
            return left < 0 ? -1 : 1;
        }
    }

    private void awaitBegun() throws InterruptedException {
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private void pause() throws IOException {
        try {
            goOn.await();
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
    }

    private void readAll(MemberId sender, InputStream content) throws IOException {
        begun.countDown();
        try {
            received.complete(content.readAllBytes());
        } catch (IOException e) {
            failed.complete(e);
            throw e;
        }
    }

    private CompletionStage<Long> send(InputStream content) {
        return atA.send(b.id(), TOPIC, content, STALL);
    }

    private static long outcome(CompletionStage<Long> sent) throws Exception {
        try {
            return sent.toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw (Exception) e.getCause();
        }
    }

    @Test
    void contentOfAnyLengthArrivesWhole() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int length : List.of(0, 1, PIECE - 1, PIECE, PIECE + 1, 57 * PIECE + random.nextInt(PIECE))) {
            byte[] content = new byte[length];
            random.nextBytes(content);
            CompletableFuture<byte[]> arrived = new CompletableFuture<>();
            AutoCloseable reception = atB.receive(TOPIC, (sender, in) -> arrived.complete(in.readAllBytes()));
            assertThat(outcome(send(new ByteArrayInputStream(content))))
                    .as("seed %d", seed)
                    .isEqualTo(length);
            reception.close();
            assertThat(arrived.get(10, TimeUnit.SECONDS)).as("seed %d", seed).isEqualTo(content);
        }
    }

    @Test
    void theReceiverIsToldWhoSends() throws Exception {
        CompletableFuture<MemberId> sender = new CompletableFuture<>();
        atB.receive(TOPIC, (from, in) -> sender.complete(from));

        assertThat(outcome(send(InputStream.nullInputStream()))).isZero();
        assertThat(sender.get(10, TimeUnit.SECONDS)).isEqualTo(a.id());
    }

    @Test
    void itIsDoneWhenTheReceiverHasReturned() throws Exception {
        atB.receive(TOPIC, (sender, in) -> {
            in.readAllBytes();
            pause();
        });

        CompletableFuture<Long> sent =
                send(new ByteArrayInputStream(new byte[5])).toCompletableFuture();

        assertThat(sent).isNotDone();
        goOn.countDown();
        assertThat(outcome(sent)).isEqualTo(5);
    }

    @Test
    void noMoreIsReadThanTheWindowHolds() throws Exception {
        atB.receive(TOPIC, (sender, in) -> {
            begun.countDown();
            pause();
        });
        Endless content = new Endless();

        CompletionStage<Long> sent = send(content);

        awaitBegun();
        await().until(() -> content.taken.get() == (SETTINGS.window() + 1) * PIECE);
        cluster.settle();
        assertThat(content.taken).hasValue((SETTINGS.window() + 1) * PIECE);
        goOn.countDown();
        assertThatThrownBy(() -> outcome(sent))
                .isInstanceOf(RequestFailedException.class)
                .hasMessageContaining("the receiver stopped before the end of the content");
        assertThat(content.closed).isTrue();
    }

    @Test
    void nobodyThereIsToldAtOnce() {
        assertThatThrownBy(() -> outcome(send(InputStream.nullInputStream()))).isInstanceOf(NoListenerException.class);
        assertThatThrownBy(() -> outcome(atA.send(new MemberId("x"), TOPIC, InputStream.nullInputStream(), STALL)))
                .isInstanceOf(NoListenerException.class);
    }

    @Test
    void theSenderHearsWhyTheReceiverFailed() {
        atB.receive(TOPIC, (sender, in) -> {
            throw new IOException("the disk is full");
        });

        assertThatThrownBy(() -> outcome(send(new Endless())))
                .isInstanceOf(RequestFailedException.class)
                .hasMessageContaining("the disk is full");
    }

    @Test
    void theReceiverHearsWhyTheSenderFailed() throws Exception {
        atB.receive(TOPIC, this::readAll);
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the file is damaged");
            }
        };

        assertThatThrownBy(() -> outcome(send(broken)))
                .isInstanceOf(IOException.class)
                .hasMessage("the file is damaged");
        assertThat(failed.get(10, TimeUnit.SECONDS)).hasMessage("the sender gave up: the file is damaged");
    }

    @Test
    void theReceiverHearsThatTheSenderIsLost() throws Exception {
        atB.receive(TOPIC, this::readAll);
        CompletableFuture<Long> sent = send(new Held()).toCompletableFuture();
        awaitBegun();

        cluster.kill(a);

        assertThat(failed.get(20, TimeUnit.SECONDS))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("the sender is lost");
        assertThat(received).isNotDone();
        goOn.countDown();
        assertThatThrownBy(() -> outcome(sent)).isInstanceOf(HubUnavailableException.class);
    }

    @Test
    void theSenderHearsThatTheReceiverIsLost() throws Exception {
        atB.receive(TOPIC, (sender, in) -> {
            begun.countDown();
            pause();
        });
        CompletionStage<Long> sent = send(new Endless());
        awaitBegun();

        cluster.kill(b);

        assertThatThrownBy(() -> outcome(sent)).isInstanceOfAny(ListenerDiedException.class, NoListenerException.class);
    }

    @Test
    void aStreamDoesNotOutliveTheHub() throws Exception {
        atB.receive(TOPIC, this::readAll);
        CompletionStage<Long> sent = send(new Held());
        awaitBegun();

        cluster.stopHub();
        goOn.countDown();

        assertThatThrownBy(() -> outcome(sent)).isInstanceOf(HubUnavailableException.class);
        assertThat(failed.get(20, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
    }

    @Test
    void aReceiverThatTakesNothingIsNotWaitedForForEver() {
        atB.receive(TOPIC, (sender, in) -> pause());

        assertThatThrownBy(() -> outcome(atA.send(b.id(), TOPIC, new Endless(), Duration.ofMillis(200))))
                .isInstanceOf(RequestTimeoutException.class);
    }

    @Test
    void aSlowSenderIsWaitedFor() throws Exception {
        atB.receive(TOPIC, this::readAll);
        CompletionStage<Long> sent = send(new Held());

        await().during(Duration.ofMillis(1500)).atMost(Duration.ofSeconds(10)).until(() -> !failed.isDone());
        goOn.countDown();

        assertThat(outcome(sent)).isEqualTo(2 * PIECE);
    }

    @Test
    void streamsPastTheBoundsAreRefused() throws Exception {
        AtomicInteger receiving = new AtomicInteger();
        atB.receive(TOPIC, (sender, in) -> {
            receiving.incrementAndGet();
            pause();
        });
        List<CompletionStage<Long>> taken = new ArrayList<>();
        for (int number = 0; number < SETTINGS.maxIncoming(); number++) {
            taken.add(send(InputStream.nullInputStream()));
        }
        await().until(() -> receiving.get() == SETTINGS.maxIncoming());

        assertThatThrownBy(() -> outcome(send(InputStream.nullInputStream())))
                .isInstanceOf(RequestFailedException.class)
                .hasMessageContaining("2 streams are being received already");

        goOn.countDown();
        assertThat(outcome(taken.get(0))).isZero();
    }

    @Test
    void noMoreStreamsAreSentAtOnceThanTheBound() throws Exception {
        BulkTransfer narrow = new BulkTransfer(
                cluster.join("c", MemberKind.INSTANCE).messages(), executor, new BulkSettings(PIECE, 4, 1, 1));
        atB.receive(TOPIC, this::readAll);
        cluster.settle();
        CompletionStage<Long> first = narrow.send(b.id(), TOPIC, new Held(), STALL);

        assertThatThrownBy(() -> outcome(narrow.send(b.id(), TOPIC, InputStream.nullInputStream(), STALL)))
                .isInstanceOf(HubUnavailableException.class)
                .hasMessageContaining("1 streams are being sent already");
        goOn.countDown();
        assertThat(outcome(first)).isEqualTo(2 * PIECE);
    }

    @Test
    void aTopicIsReceivedOnce() throws Exception {
        AutoCloseable first = atB.receive(TOPIC, this::readAll);

        assertThatIllegalStateException().isThrownBy(() -> atB.receive(TOPIC, this::readAll));
        first.close();
        assertThatThrownBy(() -> outcome(send(InputStream.nullInputStream()))).isInstanceOf(NoListenerException.class);
    }
}
