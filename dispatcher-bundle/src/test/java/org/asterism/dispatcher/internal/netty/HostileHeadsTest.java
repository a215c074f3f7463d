package org.asterism.dispatcher.internal.netty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused, and that nothing of it reaches a node. */
@Timeout(60)
class HostileHeadsTest {

    private static final String HOST = "Host: t\r\n";

    private static Backend node;
    private static Front front;

    @BeforeAll
    static void start() throws Exception {
        node = Backend.named("a/1");
        front = Front.of(node.up("/"));
    }

    @AfterAll
    static void stop() throws Exception {
        front.close();
        node.close();
    }

    static Stream<Arguments> heads() {
        return Stream.of(
                row(
                        "both lengths",
                        400,
                        "POST / HTTP/1.1\r\n" + HOST
                                + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nG"),
                row(
                        "both, swapped",
                        400,
                        "POST / HTTP/1.1\r\n" + HOST
                                + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n"),
                row(
                        "identity and length",
                        400,
                        "POST / HTTP/1.1\r\n" + HOST + "Content-Length: 1\r\nTransfer-Encoding: identity\r\n\r\nx"),
                row(
                        "two lengths",
                        400,
                        "POST / HTTP/1.1\r\n" + HOST + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef"),
                row(
                        "two equal lengths",
                        400,
                        "POST / HTTP/1.1\r\n" + HOST + "Content-Length: 5\r\nContent-Length: 5\r\n\r\nabcde"),
                row("list of lengths", 400, "POST / HTTP/1.1\r\n" + HOST + "Content-Length: 5, 5\r\n\r\nabcde"),
                row("signed length", 400, "POST / HTTP/1.1\r\n" + HOST + "Content-Length: +5\r\n\r\nabcde"),
                row("negative length", 400, "POST / HTTP/1.1\r\n" + HOST + "Content-Length: -5\r\n\r\nabcde"),
                row("hexadecimal length", 400, "POST / HTTP/1.1\r\n" + HOST + "Content-Length: 0x5\r\n\r\nabcde"),
                row(
                        "huge length",
                        400,
                        "POST / HTTP/1.1\r\n" + HOST + "Content-Length: 99999999999999999999\r\n\r\nabcde"),
                row("empty length", 400, "POST / HTTP/1.1\r\n" + HOST + "Content-Length:\r\n\r\nabcde"),
                row("other coding", 400, "POST / HTTP/1.1\r\n" + HOST + "Transfer-Encoding: gzip\r\n\r\nabc"),
                row(
                        "coding after chunked",
                        400,
                        "POST / HTTP/1.1\r\n" + HOST + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n"),
                row(
                        "coding before chunked",
                        400,
                        "POST / HTTP/1.1\r\n" + HOST + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"),
                row(
                        "chunked twice",
                        400,
                        "POST / HTTP/1.1\r\n" + HOST
                                + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
                row(
                        "obscured chunked",
                        400,
                        "POST / HTTP/1.1\r\n" + HOST + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"),
                row(
                        "vertical tab",
                        400,
                        "POST / HTTP/1.1\r\n" + HOST + "Transfer-Encoding: \u000bchunked\r\n\r\n0\r\n\r\n"),
                row(
                        "space before colon",
                        400,
                        "POST / HTTP/1.1\r\n" + HOST + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n"),
                row(
                        "chunked in HTTP/1.0",
                        400,
                        "POST / HTTP/1.0\r\n" + HOST + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
                row(
                        "connection names the length",
                        400,
                        "POST / HTTP/1.1\r\n" + HOST + "Connection: Content-Length\r\nContent-Length: 5\r\n\r\nabcde"),
                row("connection names the host", 400, "GET / HTTP/1.1\r\n" + HOST + "Connection: close, host\r\n\r\n"),
                row(
                        "connection names the cookie",
                        400,
                        "GET / HTTP/1.1\r\n" + HOST + "Connection: cookie\r\nCookie: a=b\r\n\r\n"),
                row(
                        "ancient WebSocket",
                        400,
                        "GET / HTTP/1.1\r\n" + HOST
                                + "Upgrade: WebSocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key1: 1\r\nSec-WebSocket-Key2: 2\r\n\r\nGET /x H"),
                row("no host", 400, "GET / HTTP/1.1\r\n\r\n"),
                row("two hosts", 400, "GET / HTTP/1.1\r\n" + HOST + "Host: u\r\n\r\n"),
                row("list of hosts", 400, "GET / HTTP/1.1\r\nHost: a, b\r\n\r\n"),
                row("host with path", 400, "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n"),
                row("bare line feeds", 400, "GET / HTTP/1.1\nHost: t\n\n"),
                row("bare line feed in headers", 400, "GET / HTTP/1.1\r\nHost: t\nX: y\r\n\r\n"),
                row("carriage return in value", 400, "GET / HTTP/1.1\r\n" + HOST + "X: a\rb\r\n\r\n"),
                row("zero byte in value", 400, "GET / HTTP/1.1\r\n" + HOST + "X: a\u0000b\r\n\r\n"),
                row("zero byte in name", 400, "GET / HTTP/1.1\r\n" + HOST + "X\u0000: b\r\n\r\n"),
                row("no colon", 400, "GET / HTTP/1.1\r\n" + HOST + "Whatever\r\n\r\n"),
                row("empty name", 400, "GET / HTTP/1.1\r\n" + HOST + ": x\r\n\r\n"),
                row("space in target", 400, "GET /a b HTTP/1.1\r\n" + HOST + "\r\n"),
                row("control in target", 400, "GET /a\u0001b HTTP/1.1\r\n" + HOST + "\r\n"),
                row("8-bit target", 400, "GET /\u00e9 HTTP/1.1\r\n" + HOST + "\r\n"),
                row("fragment in target", 400, "GET /a#b HTTP/1.1\r\n" + HOST + "\r\n"),
                row("no path", 400, "GET shop HTTP/1.1\r\n" + HOST + "\r\n"),
                row("asterisk", 400, "GET * HTTP/1.1\r\n" + HOST + "\r\n"),
                row("other scheme", 400, "GET file:///etc/passwd HTTP/1.1\r\n" + HOST + "\r\n"),
                row("bad method", 400, "G(T / HTTP/1.1\r\n" + HOST + "\r\n"),
                row("HTTP/0.9", 400, "GET /\r\n\r\n"),
                row("garbage", 400, "\u0016\u0003\u0001\u0002\u0000\u0001abc\r\n\r\n"),
                row("HTTP/2", 505, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
                row("HTTP/1.2", 505, "GET / HTTP/1.2\r\n" + HOST + "\r\n"),
                row("tunnel", 405, "CONNECT t:80 HTTP/1.1\r\n" + HOST + "\r\n"),
                row("trace", 405, "TRACE / HTTP/1.1\r\n" + HOST + "\r\n"),
                row("expectation", 417, "POST / HTTP/1.1\r\n" + HOST + "Expect: more\r\nContent-Length: 1\r\n\r\nx"),
                row("long line", 414, "GET /" + "x".repeat(5000) + " HTTP/1.1\r\n" + HOST + "\r\n"),
                row("large head", 431, "GET / HTTP/1.1\r\n" + HOST + "X: " + "x".repeat(9000) + "\r\n\r\n"),
                row("many headers", 431, "GET / HTTP/1.1\r\n" + HOST + "X: y\r\n".repeat(60) + "\r\n"),
                row("endless line", 414, "x".repeat(200_000)));
    }

    private static Arguments row(String name, int status, String head) {
        return Arguments.of(name, status, head);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @MethodSource("heads")
    void refuses(String name, int status, String head) throws Exception {
        int before = node.requests.size();
        try (RawClient client = front.connect()) {
            client.send(head);
            RawClient.Answer answer = client.answer();
            assertThat(answer.status()).as(name).isEqualTo(status);
            assertThat(answer.header("connection")).isEqualTo("close");
            assertThat(client.isClosedByPeer()).isTrue();
        }
        assertThat(node.requests).hasSize(before);
    }

    static Stream<Arguments> chunks() {
        return Stream.of(
                row("no number", 400, "z\r\n"),
                row("prefix", 400, "0x3\r\nabc\r\n0\r\n\r\n"),
                row("negative", 400, "-1\r\n"),
                row("overflow", 400, "fffffffff\r\n"),
                row("too much data", 400, "3\r\nabcd\r\n0\r\n\r\n"),
                row("bare line feed", 400, "3\nabc\n0\n\n"),
                row("line feed in extension", 400, "3;x\nabc\r\n0\r\n\r\n"),
                row("bad trailer", 400, "3\r\nabc\r\n0\r\nbad\r\n\r\n"));
    }

    @ParameterizedTest(name = "chunk: {0} → {1}")
    @MethodSource("chunks")
    void refusesBadChunks(String name, int status, String chunk) throws Exception {
        try (RawClient client = front.connect()) {
            client.send("POST / HTTP/1.1\r\n" + HOST + "Transfer-Encoding: chunked\r\n\r\n" + chunk);
            RawClient.Answer answer = client.answer();
            assertThat(answer.status()).as(name).isEqualTo(status);
            assertThat(client.isClosedByPeer()).isTrue();
        }
    }

    @Test
    void whatIsUnusualButRightIsServed() throws Exception {
        for (String head : new String[] {
            "GET / HTTP/1.1\r\nHost:\r\n\r\n",
            "\r\n\r\nGET / HTTP/1.1\r\nHost: t\r\n\r\n",
            "GET http://t/shop?x=http://y HTTP/1.1\r\nHost: t\r\n\r\n",
            "OPTIONS * HTTP/1.1\r\nHost: t\r\n\r\n",
            "PROPFIND / HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: CHUNKED\r\n\r\n00003\r\nabc\r\n0\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 3\r\n\r\nabc"
        }) {
            assertThat(front.exchange(head).status()).as(head).isEqualTo(200);
        }
    }
}
