package org.asterism.bench.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HttpAnswersTest {

    private static final String ANSWER = "HTTP/1.1 200 OK\r\ncontent-LENGTH: 5\r\nA: b\r\n\r\nhello";

    private final HttpAnswers answers = new HttpAnswers();

    private static ByteBuf bytes(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII);
    }

    @Test
    void countsWholeAnswersHoweverTheyAreCut() {
        for (int cut = 1; cut < ANSWER.length(); cut++) {
            assertThat(answers.read(bytes(ANSWER.substring(0, cut))))
                    .as("cut %d", cut)
                    .isZero();
            assertThat(answers.read(bytes(ANSWER.substring(cut) + ANSWER)))
                    .as("cut %d", cut)
                    .isEqualTo(2);
        }
        assertThat(answers.read(bytes("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")))
                .isEqualTo(1);
    }

    @Test
    void takesNothingElse() {
        assertThatThrownBy(() -> answers.read(bytes("HTTP/1.1 503 Sorry\r\nContent-Length: 200\r\n\r\n")))
                .hasMessage("an answer is not 200: HTTP/1.1 503 Sorry");
        assertThatThrownBy(() -> new HttpAnswers().read(bytes("HTTP/1.1 200 OK\r\n\r\n")))
                .hasMessage("an answer has no Content-Length");
    }
}
