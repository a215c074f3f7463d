package org.asterism.dispatcher.internal.netty;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.asterism.dispatcher.internal.Timeouts;

/** A client's connection: one exchange after the other. What comes early waits, and nothing more is read meanwhile. */
@SuppressWarnings("FutureReturnValueIgnored") // what fails closes the channel, and that is heard of
final class FrontConnection extends ChannelInboundHandlerAdapter implements Client, Visitor {

    private static final Duration LINGER = Duration.ofSeconds(2);
    private static final Duration HALF_CLOSED = Duration.ofSeconds(1);

    private final Loop loop;
    private final FrontGate gate;
    private final FrontEncoder encoder;
    private final boolean secure;
    private final Deque<HttpObject> pending = new ArrayDeque<>(4);
    private ChannelHandlerContext ctx;
    private ChannelHandlerContext past;
    private Exchange exchange;
    private boolean draining;
    private boolean reading;
    private boolean closing;
    private boolean lingering;
    private boolean halfClosed;
    private long since = System.nanoTime();
    private Peer peer;

    FrontConnection(Loop loop, FrontGate gate, FrontEncoder encoder, boolean secure) {
        this.loop = loop;
        this.gate = gate;
        this.encoder = encoder;
        this.secure = secure;
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
        return secure;
    }

    @Override
    public boolean takesBytes() {
        return true;
    }

    @Override
    public String protocol(RequestHead head) {
        return head.isHttp10() ? "HTTP/1.0" : "HTTP/1.1";
    }

    @Override
    public boolean isWritable() {
        return ctx.channel().isWritable();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        ctx = context;
        past = context.pipeline().context(FrontEncoder.class);
        if (context.channel().isActive()) {
            enter();
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        enter();
    }

    private void enter() {
        if (peer != null) {
            return;
        }
        peer = gate.peer(ctx.channel(), secure);
        if (peer == null) {
            ctx.close(); // it is gone already
        } else {
            loop.add(this);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        reading = true;
        if (!closing && message instanceof HttpObject object) {
            pending.add(object);
            drain();
        } else {
            ReferenceCountUtil.release(message);
        }
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
                deliver(pending.poll());
            }
            if (!reading && exchange != null) {
                exchange.inputPaused(); // may make room for more
            }
        } while (takesNext());
        draining = false;
        ctx.channel()
                .config()
                .setAutoRead(
                        !halfClosed && (closing || (pending.isEmpty() && (exchange == null || exchange.wantsInput()))));
        if (halfClosed && isCutShort()) {
            ctx.close();
        }
    }

    /** All that has come is handed on, and it is no whole request. */
    private boolean isCutShort() {
        return exchange != null && !exchange.isRequestComplete() && pending.isEmpty();
    }

    private boolean takesNext() {
        HttpObject next = pending.peek();
        return next != null && (exchange == null || (!(next instanceof HttpRequest) && exchange.takes()));
    }

    private void deliver(HttpObject next) {
        if (closing) {
            ReferenceCountUtil.release(next);
        } else if (next instanceof HttpRequest request) {
            open(request);
        } else if (exchange != null) {
            exchange.content((HttpContent) next);
        } else {
            ReferenceCountUtil.release(next);
        }
    }

    private void open(HttpRequest request) {
        encoder.answersHead(request.method().equals(HttpMethod.HEAD));
        Optional<RequestGuard.Refusal> refusal = gate.guard().check(request);
        if (refusal.isPresent()) {
            refuse(ErrorResponse.of(refusal.get().status(), refusal.get().reason(), false, false));
        } else if (gate.redirects(peer)) {
            refuse(ErrorResponse.redirect(request, gate.tlsPort()));
        } else {
            admit(request);
        }
    }

    private void refuse(FullHttpResponse answer) {
        write(answer);
        closeGently();
    }

    private void admit(HttpRequest request) {
        loop.routing().metrics().requests.increment();
        RequestHead head = RequestHead.of(request);
        gate.headers().toTarget(head, peer);
        exchange = new Exchange(this, head);
    }

    @Override
    public void unread(HttpContent content) {
        pending.addFirst(content);
    }

    @Override
    public void write(Object message) {
        ctx.write(message, ctx.voidPromise());
    }

    /** Past the encoder. */
    @Override
    public void write(PlainAnswer answer, String lines) {
        past.write(answer.with(lines, ctx), past.voidPromise());
    }

    @Override
    public void flush() {
        ctx.flush();
    }

    @Override
    public void finished(boolean keepAlive) {
        exchange = null;
        since = System.nanoTime();
        if (keepAlive && !loop.stopping() && !(halfClosed && pending.isEmpty())) {
            drain();
        } else {
            closing = true;
            ctx.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        }
    }

    /** Ends the answer but lets the client read it: a close with unread input would take it back (RFC 9112, 9.6). */
    @Override
    public void closeGently() {
        exchange = null;
        closing = true;
        since = System.nanoTime();
        ctx.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(flushed -> linger());
        drain();
    }

    private void linger() {
        lingering = true;
        since = System.nanoTime();
        SslHandler tls = ctx.pipeline().get(SslHandler.class);
        if (tls == null) {
            shutdownOutput();
        } else {
            tls.closeOutbound().addListener(said -> shutdownOutput());
        }
    }

    private void shutdownOutput() {
        if (halfClosed) {
            ctx.close();
            return;
        }
        ((DuplexChannel) ctx.channel()).shutdownOutput();
    }

    /** The client sends no more. Whether it still waits for an answer nobody can know: it gets one that begins soon. */
    private void inputEnded() {
        halfClosed = true;
        ctx.channel().config().setAutoRead(false);
        if (lingering || !isBusy() || isCutShort()) {
            ctx.close();
        } else {
            loop.executor().schedule(this::closeIfNotAnswered, HALF_CLOSED.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private boolean isBusy() {
        return exchange != null || closing || !pending.isEmpty();
    }

    private void closeIfNotAnswered() {
        if (exchange != null && !exchange.isAnswered()) {
            ctx.close();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == ChannelInputShutdownEvent.INSTANCE && !halfClosed) {
            inputEnded();
        }
        context.fireUserEventTriggered(event);
    }

    /** The client must not take what it has got for a whole answer, not even if only the end of the connection ends it. */
    @Override
    public void abort(boolean delimited) {
        if (!delimited) {
            ctx.channel().config().setOption(ChannelOption.SO_LINGER, 0);
            ctx.pipeline().firstContext().close(); // TLS would say that this is the end
        } else {
            ctx.close();
        }
    }

    @Override
    public void closeIfIdle() {
        if (exchange == null && !closing) {
            finished(false);
        }
    }

    @Override
    public void sweep(long now) {
        if (exchange != null) {
            exchange.sweep(now);
        } else if (now - since > patience().toNanos()) {
            ctx.close();
        }
    }

    private Duration patience() {
        Timeouts timeouts = loop.settings().timeouts();
        return lingering ? LINGER : closing ? timeouts.response() : timeouts.client();
    }

    @Override
    public void unwrap(Tunnel tunnel) {
        ctx.pipeline().addBefore(ctx.name(), null, tunnel);
        ctx.pipeline().remove(FrontEncoder.class);
        ctx.pipeline().remove(FrontDecoder.class);
        ctx.channel().config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, false);
        ctx.channel().config().setAutoRead(true);
    }

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
        pending.forEach(ReferenceCountUtil::release);
        pending.clear();
        if (exchange != null) {
            exchange.abandon();
            exchange = null;
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        Failures.log(context.channel(), cause);
        context.close();
    }
}
