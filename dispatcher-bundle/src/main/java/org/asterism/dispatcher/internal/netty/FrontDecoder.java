package org.asterism.dispatcher.internal.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.List;
import org.asterism.dispatcher.internal.Limits;

/**
 * Reads requests, strictly (RFC 9112): what another reader could understand otherwise is malformed, and nothing that follows it is
 * read. Bodies come in pieces, as they arrive.
 */
final class FrontDecoder extends ByteToMessageDecoder {

    static final int MAX_PIECE = 1 << 16;

    private static final int MAX_EMPTY_LINES = 4;
    private static final int MAX_CHUNK_LINE = 256;

    private enum State {
        LINE,
        HEADERS,
        BODY,
        CHUNK_SIZE,
        CHUNK,
        CHUNK_END,
        TRAILERS,
        FAILED
    }

    private final Limits limits;
    private final LineBuffer lines;
    private State state = State.LINE;
    private RequestLine line;
    private RequestHeaders headers;
    private long rest;
    private int searched;
    private int emptyLines;

    FrontDecoder(Limits limits, LineBuffer lines) {
        this.limits = limits;
        this.lines = lines;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        try {
            switch (state) {
                case LINE -> readLine(in, out);
                case HEADERS -> readHeaders(in, out);
                case BODY, CHUNK -> readBody(in, out);
                case CHUNK_SIZE -> readChunkSize(in);
                case CHUNK_END -> readChunkEnd(in);
                case TRAILERS -> readTrailers(in, out);
                case FAILED -> in.skipBytes(in.readableBytes());
            }
        } catch (MalformedRequest e) {
            out.add(failed(e));
            in.skipBytes(in.readableBytes());
            state = State.FAILED;
        }
    }

    /** What cannot be read, as the part of a request that it would have been. */
    private HttpObject failed(MalformedRequest e) {
        HttpObject part = state == State.LINE || state == State.HEADERS
                ? new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/")
                : new DefaultLastHttpContent();
        part.setDecoderResult(DecoderResult.failure(e));
        return part;
    }

    private void readLine(ByteBuf in, List<Object> out) {
        if (!HeadScan.mayBeginLine(in.getByte(in.readerIndex()))) {
            throw new MalformedRequest("this is no HTTP");
        }
        if (!takeLine(in, limits.lineBytes(), HttpResponseStatus.REQUEST_URI_TOO_LONG)) {
            return;
        }
        if (lines.size() > 0) {
            emptyLines = 0;
            line = RequestLine.of(lines.bytes(), lines.size());
            headers = RequestHeaders.ofHead(limits.headBytes());
            state = State.HEADERS;
            readHeaders(in, out);
        } else if (++emptyLines > MAX_EMPTY_LINES) {
            throw new MalformedRequest("there are empty lines before the request");
        }
    }

    private void readHeaders(ByteBuf in, List<Object> out) {
        while (takeLine(in, headers.rest(), HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)) {
            if (lines.size() == 0) {
                out.add(request());
                beginBody(out);
                return;
            }
            headers.add(lines.bytes(), lines.size());
        }
    }

    private boolean takeLine(ByteBuf in, int most, HttpResponseStatus tooLong) {
        try {
            boolean taken = lines.take(in, searched, most);
            searched = taken ? 0 : in.readableBytes();
            return taken;
        } catch (LineBuffer.TooLong e) {
            throw new MalformedRequest(tooLong, "a line of the head is too long");
        }
    }

    private DefaultHttpRequest request() {
        rest = headers.framing(line.version());
        return new DefaultHttpRequest(line.version(), line.method(), line.target(), headers.headers());
    }

    private void beginBody(List<Object> out) {
        if (rest == RequestHeaders.CHUNKED) {
            state = State.CHUNK_SIZE;
        } else if (rest > 0) {
            state = State.BODY;
        } else {
            out.add(LastHttpContent.EMPTY_LAST_CONTENT);
            state = State.LINE;
        }
    }

    private void readBody(ByteBuf in, List<Object> out) {
        int size = (int) Math.min(rest, Math.min(MAX_PIECE, in.readableBytes()));
        ByteBuf piece = in.readRetainedSlice(size);
        rest -= size;
        if (rest > 0) {
            out.add(new DefaultHttpContent(piece));
        } else if (state == State.CHUNK) {
            out.add(new DefaultHttpContent(piece));
            state = State.CHUNK_END;
        } else {
            out.add(new DefaultLastHttpContent(piece));
            state = State.LINE;
        }
    }

    private void readChunkSize(ByteBuf in) {
        if (takeLine(in, MAX_CHUNK_LINE, HttpResponseStatus.BAD_REQUEST)) {
            rest = ChunkLine.sizeOf(lines.bytes(), lines.size());
            headers = RequestHeaders.ofTrailers(limits.headBytes());
            state = rest > 0 ? State.CHUNK : State.TRAILERS;
        }
    }

    private void readChunkEnd(ByteBuf in) {
        if (takeLine(in, 0, HttpResponseStatus.BAD_REQUEST)) {
            state = State.CHUNK_SIZE;
        }
    }

    private void readTrailers(ByteBuf in, List<Object> out) {
        while (takeLine(in, headers.rest(), HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)) {
            if (lines.size() == 0) {
                out.add(last());
                state = State.LINE;
                return;
            }
            headers.add(lines.bytes(), lines.size());
        }
    }

    private LastHttpContent last() {
        return headers.headers().isEmpty()
                ? LastHttpContent.EMPTY_LAST_CONTENT
                : new DefaultLastHttpContent(Unpooled.EMPTY_BUFFER, headers.headers());
    }
}
