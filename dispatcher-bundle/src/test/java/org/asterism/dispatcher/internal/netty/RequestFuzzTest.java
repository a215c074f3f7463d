package org.asterism.dispatcher.internal.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpRequestEncoder;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.asterism.dispatcher.internal.Authority;
import org.asterism.dispatcher.internal.ForwardedStyle;
import org.asterism.dispatcher.internal.TestSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/**
 * Requests that are nearly right, cut at random: the dispatcher takes exactly those that an independent reader of the RFC takes, and
 * passes on what that one, and Netty's decoder, read as the same request.
 */
@Timeout(120)
class RequestFuzzTest {

    private static final Duration TIME = Duration.ofSeconds(6);
    private static final int LEAST = 3000;
    private static final RequestGuard GUARD = new RequestGuard(TestSettings.LIMITS.headers());
    private static final ProxyHeaders HEADERS = new ProxyHeaders(ForwardedStyle.X_FORWARDED);
    private static final Peer PEER = new Peer("10.0.0.9", "127.0.0.1:80", false, false);

    private static final List<String> SEEDS = List.of(
            RawClient.head("GET /a/b?c=d HTTP/1.1", "Host: t", "Accept: */*", "Cookie: a=b; c=d"),
            RawClient.head("POST /p HTTP/1.1", "Host: t:80", "Content-Length: 5", "X-Y: z") + "abcde",
            RawClient.head("PUT /q HTTP/1.1", "Host: t", "Transfer-Encoding: chunked", "TE: trailers")
                    + RawClient.head("3;a=\"b\";c", "abc", "2", "de", "0", "X-Sum: 1"),
            RawClient.head("OPTIONS * HTTP/1.1", "Host: [::1]:8080", "Connection: close, X-Hop", "X-Hop: 1"),
            RawClient.head("GET http://t/x HTTP/1.1", "Host: t", "Expect: 100-continue", "X-Forwarded-For: 1.1.1.1"),
            RawClient.head("HEAD / HTTP/1.0", "Connection: keep-alive"));

    private static final List<String> PIECES = List.of(
            "\r\n",
            "\n",
            "\r",
            " ",
            "\t",
            "\u0000",
            "\u000b",
            "\u000c",
            "\u007f",
            "\u0080",
            "\u00ff",
            ":",
            ";",
            ",",
            "\"",
            "\\",
            "#",
            "0",
            "5",
            "-",
            "+",
            "0x",
            "HTTP/1.0",
            "HTTP/1.1",
            "http://t",
            "http://u",
            "@",
            "chunked",
            "identity",
            "\r\n ",
            "\r\n\t",
            "Content-Length: 5\r\n",
            "Content-Length: 0\r\n",
            "Transfer-Encoding: chunked\r\n",
            "Transfer-Encoding : chunked\r\n",
            "Host: t\r\n",
            "Host: u\r\n",
            "Connection: host\r\n",
            "Connection: close\r\n",
            "Expect: x\r\n",
            "0\r\n\r\n",
            "\r\n\r\n");

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    /** Accepted, with what was read; else empty, and whether it was refused rather than not all there. */
    private record Judgement(Optional<HttpRequest> request, List<HttpContent> body, boolean refused) {

        String content() {
            StringBuilder text = new StringBuilder();
            body.forEach(piece -> text.append(piece.content().toString(StandardCharsets.ISO_8859_1)));
            return text.toString();
        }
    }

    @Test
    void takesWhatTheStandardTakesAndPassesOnTheSame() throws Exception {
        LoggerFactory.getLogger(RequestFuzzTest.class).info("seed {}", seed);
        long end = System.nanoTime() + TIME.toNanos();
        int taken = 0;
        for (int i = 0; i < LEAST || System.nanoTime() - end < 0; i++) {
            taken += check(mutated(), "seed " + seed + ", round " + i) ? 1 : 0;
        }
        assertThat(taken).isPositive();
    }

    private String mutated() {
        StringBuilder text = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
        for (int changes = random.nextInt(4); changes > 0 && text.length() > 0; changes--) {
            int at = random.nextInt(text.length());
            int length = Math.min(text.length() - at, random.nextInt(4));
            switch (random.nextInt(5)) {
                case 0 -> text.delete(at, at + length);
                case 1 -> text.setCharAt(at, (char) random.nextInt(256));
                case 2 -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(30))));
                default -> insertPiece(text, at);
            }
        }
        return text.toString();
    }

    /** Mostly where a line begins. */
    private void insertPiece(StringBuilder text, int at) {
        int line = text.indexOf("\r\n", at);
        int where = random.nextBoolean() && line >= 0 ? line + 2 : at;
        text.insert(where, PIECES.get(random.nextInt(PIECES.size())));
    }

    private boolean check(String text, String round) {
        String as = round + ": " + text.replace("\r", "\\r").replace("\n", "\\n");
        Judgement judgement = judge(text);
        try {
            StrictReader.Read expected = StrictReader.read(text);
            assertThat(judgement.request()).as(as).isPresent();
            HttpRequest request = judgement.request().orElseThrow();
            assertThat(request.method().name()).as(as).isEqualTo(expected.method());
            assertThat(request.uri()).as(as).isEqualTo(expected.target());
            assertThat(judgement.content()).as(as).isEqualTo(expected.body());
            checkPassedOn(judgement, expected, as);
            return true;
        } catch (StrictReader.Refused e) {
            assertThat(judgement.refused()).as(as).isTrue();
        } catch (StrictReader.Incomplete e) {
            assertThat(judgement.request()).as(as).isEmpty();
        } finally {
            judgement.body().forEach(ReferenceCountUtil::release);
        }
        return false;
    }

    private Judgement judge(String text) {
        EmbeddedChannel channel = new EmbeddedChannel(new FrontDecoder(TestSettings.LIMITS, new LineBuffer(8192)));
        ByteBuf bytes = Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1);
        while (bytes.isReadable()) {
            int size = random.nextInt(3) == 0 ? bytes.readableBytes() : 1 + random.nextInt(bytes.readableBytes());
            channel.writeInbound(bytes.readRetainedSlice(size));
        }
        bytes.release();
        try {
            return judgement(channel);
        } finally {
            channel.finishAndReleaseAll();
        }
    }

    private static Judgement judgement(EmbeddedChannel channel) {
        HttpRequest request = channel.readInbound();
        List<HttpContent> body = new ArrayList<>();
        if (request == null) {
            return new Judgement(Optional.empty(), body, false);
        }
        if (GUARD.check(request).isPresent()) {
            return new Judgement(Optional.empty(), body, true);
        }
        for (HttpObject next = channel.readInbound(); next instanceof HttpContent piece; next = channel.readInbound()) {
            body.add(piece);
            if (piece.decoderResult().isFailure()) {
                return new Judgement(Optional.empty(), body, true);
            }
            if (piece instanceof LastHttpContent) {
                return new Judgement(Optional.of(request), body, false);
            }
        }
        return new Judgement(Optional.empty(), body, false);
    }

    private static void checkPassedOn(Judgement judgement, StrictReader.Read expected, String as)
            throws StrictReader.Refused, StrictReader.Incomplete {
        String passed = passedOn(judgement);
        StrictReader.Read read = StrictReader.read(passed);
        assertThat(read.size()).as(as).isEqualTo(passed.length());
        assertThat(read.method()).as(as).isEqualTo(expected.method());
        boolean absolute =
                !expected.target().startsWith("/") && !expected.target().equals("*");
        assertThat(read.target()).as(as).isEqualTo(absolute ? Authority.without(expected.target()) : expected.target());
        assertThat(read.body()).as(as).isEqualTo(expected.body());
        assertThat(read.values("host")).as(as).hasSize(1);
        assertThat(read.values("x-forwarded-for")).as(as).containsExactly("10.0.0.9");
        for (StrictReader.Header header : expected.headers()) {
            boolean end = header.name().startsWith("x-") && !header.name().startsWith("x-forwarded");
            boolean named = expected.values("connection").stream()
                    .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(header.name()));
            if (end && !named) {
                assertThat(read.values(header.name())).as(as).contains(header.value());
            }
        }
        assertThat(secondReader(passed)).as(as).isEqualTo(read.method() + " " + read.target() + " " + read.body());
    }

    private static String passedOn(Judgement judgement) {
        HttpRequest request = judgement.request().orElseThrow();
        HEADERS.toTarget(RequestHead.of(request), PEER);
        EmbeddedChannel encoder = new EmbeddedChannel(new HttpRequestEncoder());
        encoder.writeOutbound(request);
        RequestBody body = new RequestBody(request);
        body.stream();
        judgement.body().forEach(piece -> encoder.writeOutbound(body.next(ReferenceCountUtil.retain(piece))));
        StringBuilder text = new StringBuilder();
        for (ByteBuf part = encoder.readOutbound(); part != null; part = encoder.readOutbound()) {
            text.append(part.toString(StandardCharsets.ISO_8859_1));
            part.release();
        }
        encoder.finishAndReleaseAll();
        return text.toString();
    }

    private static String secondReader(String text) {
        EmbeddedChannel decoder = new EmbeddedChannel(new HttpRequestDecoder());
        decoder.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1));
        HttpRequest request = decoder.readInbound();
        StringBuilder read = new StringBuilder(request.method() + " " + request.uri() + " ");
        for (HttpContent piece = decoder.readInbound(); piece != null; piece = decoder.readInbound()) {
            read.append(piece.content().toString(StandardCharsets.ISO_8859_1));
            piece.release();
        }
        decoder.finishAndReleaseAll();
        return read.toString();
    }
}
