package org.asterism.dispatcher.internal.netty;

import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.asterism.cluster.MemberId;
import org.asterism.dispatcher.MaintenanceNotice;
import org.asterism.dispatcher.internal.Decision;
import org.asterism.dispatcher.internal.Failure;
import org.asterism.dispatcher.internal.Place;
import org.asterism.dispatcher.internal.RetryPolicy;
import org.asterism.dispatcher.internal.RetryPolicy.Next;
import org.asterism.dispatcher.internal.Route;
import org.asterism.dispatcher.internal.Target;

/**
 * One request and its answer. The body of the request is given in pieces; the answer comes from an attempt, after others
 * that failed perhaps, or is an error of our own. It is over when both the request and the answer are complete.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what fails closes the channel, and that is heard of
final class Exchange {

    private static final String CLOSE = "connection: close\r\n";
    private static final String KEEP = "connection: keep-alive\r\n";

    private final Client front;
    private final Loop loop;
    private final Routing routing;
    private final RequestHead head;
    private final RequestBody body;
    private final Followed followed;
    private final Answered log = new Answered();
    private Set<MemberId> tried = Set.of();
    private Wait wait;
    private Attempt attempt;
    private int tries;
    private String lastFailure = "";
    private Duration retryAfter = ErrorResponse.SOON;
    private boolean newConnection;
    private boolean answered;
    private boolean continued;
    private boolean answerComplete;
    private boolean delimited = true;
    private boolean keepAlive;
    private boolean tunnel;
    private final long begun = System.nanoTime();
    private long active = begun;

    Exchange(Client front, RequestHead head) {
        this.front = front;
        this.loop = front.loop();
        this.routing = loop.routing();
        this.head = head;
        this.body = new RequestBody(head.request());
        this.followed = Followed.of(head.request().headers(), loop.settings().observation());
        this.keepAlive = head.keepAlive();
    }

    RequestHead head() {
        return head;
    }

    /** Whether a plain answer can be passed on as it is. */
    boolean takesBytes() {
        return front.takesBytes();
    }

    boolean isRequestComplete() {
        return body.isComplete();
    }

    boolean isAnswered() {
        return answered;
    }

    // ---- the request

    /** Whether the next piece of the body is wanted now. */
    boolean takes() {
        return body.collecting() || answerComplete || (attempt != null && attempt.takes());
    }

    /** Whether to read from the client: for the body, or to see that it goes away. */
    boolean wantsInput() {
        return body.isComplete() || takes();
    }

    void content(HttpContent piece) {
        active = System.nanoTime();
        if (piece.decoderResult().isFailure()) {
            piece.release();
            malformedBody();
        } else if (answerComplete) {
            discard(piece);
        } else if (!body.collecting()) {
            attempt.write(body.next(piece));
        } else if (body.collect(piece)) {
            dispatch();
        } else {
            body.stream();
            front.unread(piece);
            dispatch();
        }
    }

    /** For now there is no more input. */
    void inputPaused() {
        if (body.collecting()) {
            body.stream();
            dispatch();
        } else if (attempt != null) {
            attempt.flush();
        }
    }

    /** What the attempt sends. */
    HttpObject message() {
        return body.message();
    }

    void targetTakes() {
        active = System.nanoTime();
        front.drain();
    }

    private void malformedBody() {
        cancelAttempt();
        keepAlive = false;
        body.stop();
        fail(HttpResponseStatus.BAD_REQUEST, "the body is malformed");
    }

    private void discard(HttpContent piece) {
        body.discard(piece);
        if (body.isComplete()) {
            over();
        } else if (body.isTooLongToDiscard()) {
            front.closeGently();
        }
    }

    // ---- the choice of a target

    /** When its head was there, by {@code System.nanoTime}. */
    long begun() {
        return begun;
    }

    void dispatch() {
        MaintenanceNotice notice = tries == 0 ? routing.maintenance(head.path()) : null;
        if (notice != null) {
            maintained(notice);
        } else {
            choose();
        }
    }

    private void choose() {
        Route route = new Route(head.path(), head.key(), tried, loop.nextTicket());
        Decision decision = routing.choose(route, System.nanoTime());
        if (decision instanceof Decision.Forward forward) {
            send(forward.place());
        } else if (decision instanceof Decision.Wait later) {
            await(later);
        } else if (decision instanceof Decision.Starting) {
            unavailable("server nodes are starting, and none has this application yet");
        } else {
            fail(HttpResponseStatus.NOT_FOUND, "no server node has an application at this path");
        }
    }

    /** To this place, where it holds a slot. */
    void send(Place place) {
        tries++;
        attempt = new Attempt(this, loop, place);
        attempt.start(newConnection);
    }

    private void await(Decision.Wait later) {
        tried = Set.of();
        wait = wait == null ? new Wait(this, loop) : wait;
        if (!wait.begin(later)) {
            String why = later.saturated()
                    ? "all server nodes have enough to do for "
                    : "no server node can take a request for ";
            retryAfter = routing.rejected(later.application(), wait.age());
            unavailable(why + later.application() + "/ now" + lastFailure);
        }
    }

    private void unavailable(String reason) {
        fail(HttpResponseStatus.SERVICE_UNAVAILABLE, reason);
    }

    void failed(Target target, Failure failure, String cause) {
        attempt = null;
        long now = System.nanoTime();
        active = now;
        lastFailure = "; " + target.id() + ": " + cause;
        if (failure.counts()) {
            routing.failed(target, cause, now);
        }
        Next next = loop.settings().retry().after(failure, progress());
        if (next == Next.GIVE_UP || (failure.perhapsProcessed() && !routing.mayRetry(now))) {
            fail(HttpResponseStatus.BAD_GATEWAY, target.id() + " did not answer (" + cause + ")");
            return;
        }
        routing.metrics().retries.increment();
        newConnection = true;
        if (next == Next.OTHER_TARGET) {
            tried = tried.isEmpty() ? new HashSet<>(2) : tried;
            tried.add(target.id());
        }
        dispatch();
    }

    private RetryPolicy.Attempt progress() {
        return new RetryPolicy.Attempt(tries, head.idempotent(), body.isRepeatable(), answered);
    }

    // ---- the answer

    void interim(HttpResponse response) {
        answered = true;
        if (!head.isHttp10()) {
            continued |= response.status().equals(HttpResponseStatus.CONTINUE);
            front.write(full(response));
            front.flush();
        }
    }

    void answer(HttpResponse response, Target target) {
        active = System.nanoTime();
        answered = true;
        giveUpBody();
        keepAlive = ProxyHeaders.toClient(response, head, keepAlive && !loop.stopping());
        delimited = HttpUtil.isContentLengthSet(response) || HttpUtil.isTransferEncodingChunked(response);
        if (!target.isNamedBy(head.key())) {
            response.headers().add(HttpHeaderNames.SET_COOKIE, target.cookie().header(front.isSecure()));
        }
        followed.toAnswer(response.headers());
        log.by(target.id().value(), response.status().code());
        front.write(response);
    }

    void answer(PlainAnswer plain, Target target) {
        active = System.nanoTime();
        answered = true;
        giveUpBody();
        keepAlive &= !loop.stopping();
        log.by(target.id().value(), plain.status());
        log.add(plain.bytes().readableBytes() - plain.headSize());
        front.write(plain, added(target));
        answerComplete();
    }

    /** What is to stand in the head of a plain answer besides. */
    private String added(Target target) {
        String cookie = (target.isNamedBy(head.key()) ? "" : target.cookie().line(front.isSecure())) + followed.line();
        return keepAlive ? head.isHttp10() ? cookie + KEEP : cookie : cookie + CLOSE;
    }

    /** A client that waits to be told to continue, and is not, may or may not send its body: nobody can know what comes. */
    private void giveUpBody() {
        if (head.expects() && !continued && !body.isComplete() && !body.isBegun()) {
            keepAlive = false;
            body.stop();
        }
    }

    void answerContent(HttpContent content) {
        active = System.nanoTime();
        log.add(content.content().readableBytes());
        front.write(content);
        if (!front.isWritable()) {
            attempt.reading(false);
        }
    }

    void flush() {
        front.flush();
    }

    void clientTakes(boolean takes) {
        active = System.nanoTime();
        if (attempt != null) {
            attempt.reading(takes);
        }
    }

    void answerEnd(LastHttpContent last) {
        Trailers.clean(last);
        log.add(last.content().readableBytes());
        front.write(last);
        answerComplete();
    }

    /** Our own answer, if the client has got no part of another one. */
    void fail(HttpResponseStatus status, String reason) {
        attempt = null;
        if (answered) {
            abort();
            return;
        }
        if (status.code() >= HttpResponseStatus.INTERNAL_SERVER_ERROR.code()) {
            routing.metrics().failed.increment();
        }
        answered = true;
        giveUpBody();
        own(ErrorResponse.of(status, reason, head.wantsJson(), keepAlive && !loop.stopping(), retryAfter));
    }

    private void maintained(MaintenanceNotice notice) {
        answered = true;
        giveUpBody();
        own(ErrorResponse.maintenance(notice, head.wantsJson(), keepAlive && !loop.stopping()));
    }

    private void own(FullHttpResponse response) {
        followed.toAnswer(response.headers());
        log.ours(response.status().code(), response.content().readableBytes());
        front.write(response);
        answerComplete();
    }

    private void answerComplete() {
        attempt = null;
        answerComplete = true;
        front.flush();
        log.end(this, front, followed, tries);
        body.release();
        if (body.isComplete()) {
            over();
        } else if (body.isStopped()) {
            front.closeGently();
        } else {
            front.drain();
        }
    }

    private void over() {
        front.finished(keepAlive);
    }

    /** The answer cannot be completed. */
    void abort() {
        log.end(this, front, followed, tries);
        front.abort(delimited);
    }

    void upgrade(HttpResponse response, BackConnection back) {
        tunnel = true;
        answered = true;
        log.by(attempt.target().id().value(), response.status().code());
        followed.toAnswer(response.headers());
        active = System.nanoTime();
        front.write(full(response));
        front.flush();
        Runnable activity = () -> active = System.nanoTime();
        front.unwrap(new Tunnel(back.channel(), activity));
        back.unwrap(new Tunnel(front.channel(), activity));
    }

    private static HttpResponse full(HttpResponse response) {
        HttpResponse full = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, response.status());
        full.headers().set(response.headers());
        return full;
    }

    // ---- its end

    /** The client is gone. */
    void abandon() {
        if (wait != null) {
            wait.cancel();
        }
        cancelAttempt();
        log.end(this, front, followed, tries);
        answerComplete = true;
        body.release();
    }

    private void cancelAttempt() {
        if (attempt != null) {
            attempt.cancel();
            attempt = null;
        }
    }

    void sweep(long now) {
        long idle = now - active;
        if (tunnel) {
            abortIf(idle > loop.settings().timeouts().tunnel().toNanos());
        } else if (answerComplete || (!body.isComplete() && !answered && takes())) {
            clientIdle(idle > loop.settings().timeouts().client().toNanos());
        } else if (attempt != null) {
            targetIdle(idle > loop.settings().timeouts().response().toNanos());
        }
    }

    private void abortIf(boolean tooLong) {
        if (tooLong) {
            abort();
        }
    }

    private void clientIdle(boolean tooLong) {
        if (tooLong && answerComplete) {
            abort();
        } else if (tooLong) {
            cancelAttempt();
            keepAlive = false;
            body.stop();
            fail(HttpResponseStatus.REQUEST_TIMEOUT, "the body did not come");
        }
    }

    private void targetIdle(boolean tooLong) {
        if (tooLong) {
            MemberId target = attempt.target().id();
            attempt.timedOut();
            fail(HttpResponseStatus.GATEWAY_TIMEOUT, target + " did not answer in time");
        }
    }
}
