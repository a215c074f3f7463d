package org.asterism.bench.netty;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/** Counts whole answers: only those that say 200 and have a {@code Content-Length}. */
final class HttpAnswers {

    private static final int MAX_HEAD = 8192;
    private static final int VERSION = "HTTP/1.1".length();
    private static final byte[] OK = " 200".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LENGTH = "\r\ncontent-length:".getBytes(StandardCharsets.US_ASCII);

    private final HeadEnd end = new HeadEnd();
    private final byte[] head = new byte[MAX_HEAD];
    private int headSize;
    private long body;

    /** Reads what is there. Returns how many answers became complete. */
    int read(ByteBuf bytes) {
        int complete = 0;
        while (bytes.isReadable()) {
            complete += body > 0 ? body(bytes) : head(bytes);
        }
        return complete;
    }

    private int body(ByteBuf bytes) {
        int part = (int) Math.min(body, bytes.readableBytes());
        var unused = bytes.skipBytes(part);
        body -= part;
        return body == 0 ? 1 : 0;
    }

    private int head(ByteBuf bytes) {
        int begin = bytes.readerIndex();
        boolean passed = end.passed(bytes);
        int part = bytes.readerIndex() - begin;
        if (headSize + part > MAX_HEAD) {
            throw new IllegalArgumentException("an answer has a head of more than " + MAX_HEAD + " bytes");
        }
        bytes.getBytes(begin, head, headSize, part);
        headSize += part;
        if (!passed) {
            return 0;
        }
        body = length();
        headSize = 0;
        return body == 0 ? 1 : 0;
    }

    private long length() {
        if (indexOf(OK) != VERSION) {
            throw new IllegalArgumentException("an answer is not 200: " + firstLine());
        }
        int at = indexOf(LENGTH);
        if (at < 0) {
            throw new IllegalArgumentException("an answer has no Content-Length");
        }
        long length = 0;
        for (int i = at + LENGTH.length; head[i] != '\r'; i++) {
            length = head[i] == ' ' ? length : length * 10 + (head[i] - '0');
        }
        return length;
    }

    private int indexOf(byte[] wanted) {
        for (int at = 0; at + wanted.length <= headSize; at++) {
            int same = 0;
            while (same < wanted.length && lower(head[at + same]) == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return at;
            }
        }
        return -1;
    }

    private static int lower(byte value) {
        return value >= 'A' && value <= 'Z' ? value + ('a' - 'A') : value;
    }

    private String firstLine() {
        return new String(head, 0, headSize, StandardCharsets.US_ASCII)
                .lines()
                .findFirst()
                .orElse("");
    }
}
