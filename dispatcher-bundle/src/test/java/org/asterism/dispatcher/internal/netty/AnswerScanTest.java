package org.asterism.dispatcher.internal.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.asterism.dispatcher.internal.TestSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerScanTest {

    private static final String PLAIN =
            "HTTP/1.1 200 All right\r\nDate: now \r\nContent-Length: 5\r\nX: \t a:b\r\nEmpty:\r\n\r\nhello";
    private static final String ALPHABET = "\r\n\t :,;0159aZ-\u0000\u007f\u00e4";
    private static final int ROUNDS = 20_000;

    private final AnswerScan scan = new AnswerScan(TestSettings.LIMITS);

    private PlainAnswer scan(String text) {
        return scan.of(Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1));
    }

    @Test
    void knowsAPlainAnswer() {
        PlainAnswer answer = scan(PLAIN);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.bytes().readableBytes() - answer.headSize()).isEqualTo(5);
        assertThat(scan("HTTP/1.1 503 \r\ncontent-length:0\r\n\r\n").status()).isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 100 Continue\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 204 None\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 304 Same\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 999 Odd\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 20x OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 2000 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 O\rK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\n\r\n",
                "HTTP/1.1 200 OK\nContent-Length: 0\n\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: +0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: \r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 4294967296\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length : 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n folded\r\n\r\n",
                "HTTP/1.1 200 OK\r\n: x\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nCONNECTION: close\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nUpgrade: x\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nTrailer: x\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\nx",
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r",
                ""
            })
    void leavesEverythingElseToTheDecoder(String answer) {
        assertThat(scan(answer)).isNull();
    }

    @Test
    void leavesALongHeadToTheDecoder() {
        assertThat(scan("HTTP/1.1 200 OK\r\nA: " + "a".repeat(5000) + "\r\nContent-Length: 0\r\n\r\n"))
                .isNull();
    }

    /** Whatever it takes for plain, the decoder reads in the same way. */
    @Test
    void agreesWithTheDecoder() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int plain = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String text = mutated(random);
            PlainAnswer answer = scan(text);
            if (answer != null) {
                plain++;
                assertThat(decoded(text)).as("seed %d: %s", seed, text).isEqualTo(answer.status());
            }
        }
        assertThat(plain).as("seed %d", seed).isBetween(ROUNDS / 10, ROUNDS - ROUNDS / 10);
    }

    private static String mutated(Random random) {
        StringBuilder text = new StringBuilder(PLAIN);
        int at = random.nextInt(text.length());
        char c = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
        switch (random.nextInt(3)) {
            case 0 -> text.setCharAt(at, c);
            case 1 -> text.insert(at, c);
            default -> text.deleteCharAt(at);
        }
        return text.toString();
    }

    /** The status, if it is one whole answer to the decoder as well; else 0. */
    private static int decoded(String text) {
        EmbeddedChannel channel = new EmbeddedChannel(new HttpResponseDecoder(), new HttpObjectAggregator(1 << 16));
        ByteBuf bytes = Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1);
        channel.writeInbound(bytes);
        FullHttpResponse response = channel.readInbound();
        boolean whole = response != null
                && response.decoderResult().isSuccess()
                && channel.inboundMessages().isEmpty();
        int status = whole ? response.status().code() : 0;
        if (response != null) {
            response.release();
        }
        channel.finishAndReleaseAll();
        return status;
    }
}
