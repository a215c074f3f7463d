package org.asterism.protocol.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class IncomingStreamTest {

    private static final long CHECK = TimeUnit.MILLISECONDS.toNanos(5);

    private final IncomingStream stream = new IncomingStream(
            2,
            () -> {
                throw new IOException("the sender is lost");
            },
            CHECK);

    private CompletableFuture<byte[]> put(int number, int... bytes) {
        byte[] content = new byte[bytes.length];
        for (int index = 0; index < bytes.length; index++) {
            content[index] = (byte) bytes[index];
        }
        return stream.put(new BulkPart.Piece(1, number, content));
    }

    @Test
    void aPieceIsAnsweredWhenItsLastByteIsRead() throws Exception {
        CompletableFuture<byte[]> first = put(0, 1, 2);
        var unused = put(1, 255);

        assertThat(stream.read()).isEqualTo(1);
        assertThat(first).isNotDone();
        assertThat(stream.read()).isEqualTo(2);
        assertThat(first).isCompleted();
        assertThat(stream.read()).isEqualTo(255);
    }

    @Test
    void endsAfterAllOfTheContentAndIsAnsweredWhenItIsAccepted() throws Exception {
        var unused = put(0, 1, 2);
        CompletableFuture<byte[]> end = stream.end(2);

        assertThat(stream.readAllBytes()).containsExactly(1, 2);
        assertThat(end).isNotDone();
        stream.accept();
        assertThat(end).isCompleted();
    }

    @Test
    void failsIfSomethingIsMissing() {
        var unused = put(0, 1, 2);

        assertThat(stream.end(3)).isCompletedExceptionally();
        assertThatThrownBy(stream::read).isInstanceOf(IOException.class).hasMessage("2 bytes arrived of 3");
    }

    @Test
    void failsIfAPieceComesOutOfOrderOrPastTheWindow() {
        assertThat(put(1, 1)).isCompletedExceptionally();
        assertThatThrownBy(stream::read).hasMessage("piece 1 does not belong here");

        IncomingStream full = new IncomingStream(1, () -> {}, CHECK);
        CompletableFuture<byte[]> first = full.put(new BulkPart.Piece(1, 0, new byte[1]));
        assertThat(full.put(new BulkPart.Piece(1, 1, new byte[1]))).isCompletedExceptionally();
        assertThat(first).isCompletedExceptionally();
    }

    @Test
    void looksAfterTheSenderWhenNothingComes() {
        assertThatThrownBy(stream::read).isInstanceOf(IOException.class).hasMessage("the sender is lost");
    }

    @Test
    void keepsTheFirstReasonOfAFailure() {
        stream.fail("one");
        stream.fail("two");

        assertThat(stream.failure()).isEqualTo("one");
        assertThat(put(0, 1)).isCompletedExceptionally();
    }
}
