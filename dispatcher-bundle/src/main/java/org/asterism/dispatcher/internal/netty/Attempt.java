package org.asterism.dispatcher.internal.netty;

import io.netty.channel.ChannelFuture;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.TimeUnit;
import org.asterism.dispatcher.internal.Failure;
import org.asterism.dispatcher.internal.Place;
import org.asterism.dispatcher.internal.Target;

/** One attempt to have an exchange answered by one target. */
@SuppressWarnings("FutureReturnValueIgnored") // what fails closes the channel, and that is heard of
final class Attempt {

    /** A request that must not be sent twice uses a connection only if it was just in use, and so hardly being closed. */
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Exchange exchange;
    private final Loop loop;
    private final Place place;
    private final Target target;
    private final long begun = System.nanoTime();
    private BackConnection back;
    private boolean holdsSlot = true;
    private int status;
    private boolean reused;
    private boolean sent;
    private boolean over;
    private boolean tunnelled;
    private boolean keepBack;
    private HttpResponse unfinished;
    private String cause = "the connection was closed";

    /** @param place where the exchange holds a slot */
    Attempt(Exchange exchange, Loop loop, Place place) {
        this.exchange = exchange;
        this.loop = loop;
        this.place = place;
        this.target = place.target();
    }

    Target target() {
        return target;
    }

    void start(boolean newConnection) {
        target.begun();
        boolean idempotent = exchange.head().idempotent();
        long since = begun - (idempotent ? loop.settings().timeouts().pool().toNanos() : FRESH_NANOS);
        BackConnection resting = newConnection ? null : loop.backs().poll(target.address(), since);
        if (resting == null) {
            connect();
        } else if (idempotent) {
            reused = true;
            send(resting);
        } else {
            loop.executor().execute(() -> resume(resting)); // a close that has already arrived is seen before
        }
    }

    private void resume(BackConnection resting) {
        if (over) {
            resting.rest();
        } else if (resting.isActive()) {
            reused = true;
            send(resting);
        } else {
            connect();
        }
    }

    private void connect() {
        BackConnection fresh = new BackConnection(target.address(), loop.backs());
        loop.connect(target.address(), fresh).addListener((ChannelFuture future) -> connected(fresh, future));
    }

    private void connected(BackConnection fresh, ChannelFuture future) {
        if (over) {
            if (future.isSuccess()) {
                fresh.rest();
            }
        } else if (future.isSuccess()) {
            send(fresh);
        } else {
            broke(future.cause());
            fail(Failure.NOT_CONNECTED);
        }
    }

    private void send(BackConnection connection) {
        back = connection;
        back.serve(this, exchange.head().isHead(), exchange.takesBytes());
        back.writeAndFlush(
                exchange.message(), back.channel().newPromise().addListener(future -> headSent(future.isSuccess())));
    }

    private void headSent(boolean success) {
        if (over) {
            return;
        }
        sent = success;
        if (success) {
            exchange.targetTakes();
        } else {
            back.fail();
        }
    }

    /** Whether more of the request's body can be sent. */
    boolean takes() {
        return sent && back.isWritable();
    }

    void write(HttpContent content) {
        back.write(content);
    }

    void flush() {
        if (back != null) {
            back.flush();
        }
    }

    void reading(boolean reading) {
        if (back != null) {
            back.reading(reading);
        }
    }

    void writabilityChanged() {
        exchange.targetTakes();
    }

    void response(HttpResponse response) {
        if (response.decoderResult().isFailure()) {
            ReferenceCountUtil.release(response);
            malformed(response.decoderResult().cause());
            return;
        }
        loop.routing().succeeded(target);
        if (response.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
            unfinished = response;
        } else {
            keepBack = HttpUtil.isKeepAlive(response);
            begins(response.status().code());
            exchange.answer(response, target);
        }
    }

    /** The answer begins: for the target the work is done, or goes on at the pace of the client. */
    private void begins(int code) {
        status = code;
        holdsSlot = false;
        long now = System.nanoTime();
        loop.routing().answered(place, now - begun, now);
        loop.traffic().tied(exchange.head(), target, now);
    }

    private void giveSlotBack() {
        if (holdsSlot) {
            holdsSlot = false;
            loop.routing().release(place);
        }
    }

    void plain(PlainAnswer answer) {
        loop.routing().succeeded(target);
        keepBack = true;
        begins(answer.status());
        over();
        exchange.answer(answer, target);
    }

    /** A head that is cut off is none: {@link #closed} follows. */
    private void malformed(Throwable reason) {
        if (!(reason instanceof PrematureChannelClosureException)) {
            cancel();
            exchange.fail(HttpResponseStatus.BAD_GATEWAY, target.id() + " gave a malformed answer");
        }
    }

    void content(HttpContent content) {
        boolean last = content instanceof LastHttpContent;
        if (unfinished != null) {
            content.release();
            HttpResponse interim = unfinished;
            unfinished = last ? null : unfinished;
            if (last) {
                interim(interim);
            }
        } else if (content.decoderResult().isFailure()) {
            content.release();
            cancel();
            exchange.abort();
        } else if (content instanceof LastHttpContent end) {
            end(end);
        } else {
            exchange.answerContent(content);
        }
    }

    private void interim(HttpResponse response) {
        if (!response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS)) {
            exchange.interim(response);
        } else if (exchange.head().upgrade()) {
            tunnelled = true;
            begins(response.status().code());
            exchange.upgrade(response, back);
        } else {
            cancel();
            exchange.fail(HttpResponseStatus.BAD_GATEWAY, target.id() + " switched protocols without being asked");
        }
    }

    private void end(LastHttpContent last) {
        over();
        exchange.answerEnd(last);
    }

    private void over() {
        over = true;
        target.ended();
        loop.traffic().answered(place, System.nanoTime() - exchange.begun(), status);
        if (keepBack && exchange.isRequestComplete()) {
            back.retire();
        } else {
            back.close();
        }
    }

    void readComplete() {
        exchange.flush();
    }

    /** Why a connection broke or could not be made. */
    void broke(Throwable reason) {
        Throwable root = reason.getCause() == null ? reason : reason.getCause(); // Netty adds the address
        cause = String.valueOf(root.getMessage());
    }

    void closed() {
        if (tunnelled) {
            cancel();
        } else if (!over) {
            fail(!sent ? Failure.NOT_SENT : reused && !exchange.isAnswered() ? Failure.STALE : Failure.BROKEN);
        }
    }

    private void fail(Failure failure) {
        over = true;
        target.ended();
        giveSlotBack();
        exchange.failed(target, failure, cause);
    }

    /** The target has taken too long. */
    void timedOut() {
        place.slots().failed();
        cancel();
    }

    /** Nobody wants the answer any more. */
    void cancel() {
        if (!over) {
            over = true;
            target.ended();
            giveSlotBack();
            if (back != null) {
                back.close();
            }
        }
    }
}
