package org.asterism.dispatcher.internal.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;

/** A stream of HTTP/2: one exchange. Its windows are opened as the node takes the body and as the client takes the answer. */
@SuppressWarnings("FutureReturnValueIgnored") // what fails closes the channel, and that is heard of
final class FrontStream extends ChannelInboundHandlerAdapter implements Client, Visitor {

    private final Loop loop;
    private final FrontGate gate;
    private final Peer peer;
    private final Deque<HttpContent> pending = new ArrayDeque<>(4);
    private ChannelHandlerContext ctx;
    private Exchange exchange;
    private ChannelFuture answerEnd;
    private boolean toHead;
    private boolean begun;
    private boolean closing;
    private boolean draining;
    private boolean reading;
    private long since = System.nanoTime();

    FrontStream(Loop loop, FrontGate gate, Peer peer) {
        this.loop = loop;
        this.gate = gate;
        this.peer = peer;
    }

    @Override
    public Loop loop() {
        return loop;
    }

    @Override
    public Channel channel() {
        return ctx.channel();
    }

    @Override
    public Peer peer() {
        return peer;
    }

    @Override
    public boolean isSecure() {
        return peer.secure();
    }

    @Override
    public boolean takesBytes() {
        return false;
    }

    @Override
    public String protocol(RequestHead head) {
        return "HTTP/2.0";
    }

    @Override
    public boolean isWritable() {
        return ctx.channel().isWritable();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        ctx = context;
        loop.add(this);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        reading = true;
        if (closing) {
            ReferenceCountUtil.release(message);
        } else if (message instanceof Http2HeadersFrame frame) {
            headers(frame);
        } else if (message instanceof Http2DataFrame frame) {
            pending.add(
                    frame.isEndStream()
                            ? new DefaultLastHttpContent(frame.content())
                            : new DefaultHttpContent(frame.content()));
            drain();
        } else {
            ReferenceCountUtil.release(message);
        }
    }

    private void headers(Http2HeadersFrame frame) {
        if (begun) {
            pending.add(trailers(frame.headers()));
        } else {
            begun = true;
            if (frame.isEndStream()) {
                pending.add(LastHttpContent.EMPTY_LAST_CONTENT);
            }
            open(StreamRequest.of(frame.headers(), frame.isEndStream()), frame.isEndStream());
        }
        drain();
    }

    private static LastHttpContent trailers(Http2Headers headers) {
        LastHttpContent last = new DefaultLastHttpContent();
        headers.forEach(trailer -> Trailers.add(last.trailingHeaders(), trailer.getKey(), trailer.getValue()));
        return last;
    }

    private void open(HttpRequest request, boolean complete) {
        toHead = request.method().equals(HttpMethod.HEAD);
        gate.guard().check(request).ifPresentOrElse(refusal -> refuse(refusal, complete), () -> admit(request));
    }

    private void refuse(RequestGuard.Refusal refusal, boolean complete) {
        write(ErrorResponse.of(refusal.status(), refusal.reason(), false, true));
        flush();
        if (complete) {
            finished(true);
        } else {
            closeGently();
        }
    }

    private void admit(HttpRequest request) {
        loop.routing().metrics().requests.increment();
        RequestHead head = RequestHead.of(request);
        gate.headers().toTarget(head, peer);
        exchange = new Exchange(this, head);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        reading = false;
        drain();
    }

    @Override
    public void drain() {
        if (draining) {
            return;
        }
        draining = true;
        do {
            while (takesNext()) {
                exchange.content(pending.poll());
            }
            if (!reading && exchange != null) {
                exchange.inputPaused(); // may make room for more
            }
        } while (takesNext());
        draining = false;
        ctx.channel().config().setAutoRead(exchange == null || (pending.isEmpty() && exchange.wantsInput()));
    }

    private boolean takesNext() {
        return exchange != null && !pending.isEmpty() && exchange.takes();
    }

    @Override
    public void unread(HttpContent content) {
        pending.addFirst(content);
    }

    @Override
    public void write(Object message) {
        if (message instanceof HttpResponse response) {
            writeHead(response);
        } else {
            writeContent((HttpContent) message);
        }
    }

    private void writeHead(HttpResponse response) {
        boolean whole =
                response instanceof FullHttpResponse && response.status().codeClass() != HttpStatusClass.INFORMATIONAL;
        boolean end =
                whole && (toHead || !((FullHttpResponse) response).content().isReadable());
        ChannelFuture written = ctx.write(new DefaultHttp2HeadersFrame(StreamAnswer.of(response), end));
        if (end) {
            answerEnd = written;
        }
        if (response instanceof FullHttpResponse full) {
            if (whole && !end) {
                answerEnd = ctx.write(new DefaultHttp2DataFrame(full.content(), true));
            } else {
                full.release();
            }
        }
    }

    private void writeContent(HttpContent content) {
        boolean last = content instanceof LastHttpContent;
        boolean trailers =
                last && !((LastHttpContent) content).trailingHeaders().isEmpty();
        ChannelFuture written = ctx.write(new DefaultHttp2DataFrame(content.content(), last && !trailers));
        if (trailers) {
            Http2Headers headers = StreamAnswer.of(((LastHttpContent) content).trailingHeaders());
            written = ctx.write(new DefaultHttp2HeadersFrame(headers, true));
        }
        if (last) {
            answerEnd = written;
        }
    }

    @Override
    public void write(PlainAnswer answer, String lines) {
        throw new IllegalStateException("a stream takes no bytes of HTTP/1.1");
    }

    @Override
    public void flush() {
        ctx.flush();
    }

    /** Both ends of the stream are sent or will be: it closes itself then. */
    @Override
    public void finished(boolean keepAlive) {
        exchange = null;
        since = System.nanoTime();
    }

    /** The client is to read the answer, and to send no more (RFC 9113, 8.1). */
    @Override
    public void closeGently() {
        exchange = null;
        closing = true;
        since = System.nanoTime();
        dropPending();
        flush();
        answerEnd.addListener(sent -> reset(Http2Error.NO_ERROR));
    }

    private void reset(Http2Error error) {
        ctx.writeAndFlush(new DefaultHttp2ResetFrame(error));
    }

    @Override
    public void abort(boolean delimited) {
        reset(Http2Error.INTERNAL_ERROR);
    }

    @Override
    public void unwrap(Tunnel tunnel) {
        throw new IllegalStateException("a stream does not become a tunnel");
    }

    @Override
    public void sweep(long now) {
        if (exchange != null) {
            exchange.sweep(now);
        } else if (now - since > loop.settings().timeouts().response().toNanos()) {
            ctx.close();
        }
    }

    /** Its connection sees to that. */
    @Override
    public void closeIfIdle() {}

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (exchange != null) {
            exchange.clientTakes(isWritable());
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        closing = true;
        loop.remove(this);
        dropPending();
        if (exchange != null) {
            exchange.abandon();
            exchange = null;
        }
    }

    private void dropPending() {
        pending.forEach(ReferenceCountUtil::release);
        pending.clear();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        Failures.log(context.channel(), cause);
        context.close();
    }
}
