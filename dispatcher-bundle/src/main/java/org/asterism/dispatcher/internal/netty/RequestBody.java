package org.asterism.dispatcher.internal.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;

/**
 * The body of a request: whole if it came together with the head, as an empty one always does, so that it can be sent again;
 * else streamed, and gone once a piece was passed on.
 */
final class RequestBody {

    private static final int MAX_DISCARDED = 1 << 20;

    private enum Stage {
        COLLECTING,
        WHOLE,
        STREAMING,
        STOPPED
    }

    private final HttpRequest request;
    private Stage stage = Stage.COLLECTING;
    private ByteBuf whole = Unpooled.EMPTY_BUFFER;
    private boolean begun;
    private boolean complete;
    private int discarded;

    RequestBody(HttpRequest request) {
        this.request = request;
    }

    /** Whether it is not yet clear what kind of body it is. */
    boolean collecting() {
        return stage == Stage.COLLECTING;
    }

    boolean isComplete() {
        return complete;
    }

    boolean isStopped() {
        return stage == Stage.STOPPED;
    }

    /** Whether the request can be sent again. */
    boolean isRepeatable() {
        return !begun;
    }

    /** Whether a piece of it was passed on. */
    boolean isBegun() {
        return begun;
    }

    /** Takes the piece if it is all there is. */
    boolean collect(HttpContent piece) {
        if (!(piece instanceof LastHttpContent)) {
            return false;
        }
        stage = Stage.WHOLE;
        complete = true;
        whole = piece.content();
        return true;
    }

    void stream() {
        stage = Stage.STREAMING;
    }

    /** The next piece as it is to be sent. */
    HttpContent next(HttpContent piece) {
        begun = true;
        complete = piece instanceof LastHttpContent;
        if (piece instanceof LastHttpContent last) {
            Trailers.clean(last);
        }
        return piece;
    }

    /** The head alone, or with a whole body. */
    HttpObject message() {
        return stage == Stage.STREAMING
                ? request
                : new DefaultFullHttpRequest(
                        request.protocolVersion(),
                        request.method(),
                        request.uri(),
                        whole.retainedDuplicate(),
                        request.headers(),
                        EmptyHttpHeaders.INSTANCE);
    }

    void discard(HttpContent piece) {
        discarded += piece.content().readableBytes();
        complete = piece instanceof LastHttpContent;
        piece.release();
    }

    boolean isTooLongToDiscard() {
        return discarded > MAX_DISCARDED;
    }

    /** There will be no more of it, although it is not complete. */
    void stop() {
        stage = Stage.STOPPED;
    }

    void release() {
        ByteBuf last = whole;
        whole = Unpooled.EMPTY_BUFFER;
        last.release();
    }
}
