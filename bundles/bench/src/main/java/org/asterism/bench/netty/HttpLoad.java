package org.asterism.bench.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.SimpleChannelInboundHandler;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.asterism.bench.BenchException;
import org.asterism.bench.Measured;
import org.asterism.bench.Times;

/**
 * Clients as {@code wrk} has them: a number of connections, on each one GET after the other, all on one thread. An answer that
 * is not 200, or a connection that breaks, ends the measurement without a result.
 */
public final class HttpLoad implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final int HTTP = 80;

    private final Transport transport = new Transport(1);
    private final URI url;
    private final ByteBuf request;
    private final List<Channel> connections = new ArrayList<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private volatile boolean measuring;
    private volatile boolean repeating;
    private volatile CountDownLatch resting = new CountDownLatch(0);
    private Times times = new Times(); // of the event loop

    public HttpLoad(URI url) {
        this.url = url;
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        this.request = Unpooled.unreleasableBuffer(Unpooled.directBuffer()
                .writeBytes(("GET " + path + " HTTP/1.1\r\nHost: " + url.getAuthority() + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII))
                .asReadOnly());
    }

    /** Opens connections until there are so many; each has one request answered and then rests. */
    public void open(int count) throws BenchException, InterruptedException {
        int more = count - connections.size();
        resting = new CountDownLatch(more);
        for (int number = 0; number < more; number++) {
            connections.add(connect());
        }
        await(resting, GRACE, "not every connection was answered within ");
    }

    private Channel connect() throws BenchException, InterruptedException {
        ChannelFuture connecting = transport
                .client()
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new Client())
                .connect(url.getHost(), url.getPort() < 0 ? HTTP : url.getPort())
                .await();
        if (!connecting.isSuccess()) {
            throw new BenchException("cannot connect to " + url, connecting.cause());
        }
        return connecting.channel();
    }

    /** On all connections one request after the other. What happens in the warm-up is not counted. */
    public Measured run(Duration warmup, Duration time) throws BenchException, InterruptedException {
        times = new Times();
        repeating = true;
        resting = new CountDownLatch(connections.size());
        connections.forEach(connection -> connection.eventLoop().execute(() -> ask(connection)));
        pause(warmup);
        measuring = true;
        long begin = System.nanoTime();
        pause(time);
        measuring = false;
        Duration measured = Duration.ofNanos(System.nanoTime() - begin);
        repeating = false;
        await(resting, GRACE, "an answer did not come within ");
        return new Measured(times.count(), measured, times.latency());
    }

    private void ask(Channel connection) {
        connection.pipeline().get(Client.class).ask();
    }

    private void pause(Duration time) throws BenchException, InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() - end < 0 && failure.get() == null) {
            TimeUnit.NANOSECONDS.sleep(Math.min(end - System.nanoTime(), TimeUnit.MILLISECONDS.toNanos(100)));
        }
        check();
    }

    private void await(CountDownLatch done, Duration time, String otherwise)
            throws BenchException, InterruptedException {
        boolean inTime = done.await(time.toNanos(), TimeUnit.NANOSECONDS);
        check();
        if (!inTime) {
            throw new BenchException(otherwise + time.toSeconds() + " s");
        }
    }

    private void check() throws BenchException {
        Throwable cause = failure.get();
        if (cause != null) {
            throw new BenchException("a request to " + url + " failed: " + cause.getMessage(), cause);
        }
    }

    private void fail(Throwable cause) {
        if (failure.compareAndSet(null, cause)) {
            while (resting.getCount() > 0) {
                resting.countDown();
            }
        }
    }

    @Override
    public void close() {
        failure.set(new BenchException("it is over"));
        transport.close();
    }

    /** One connection. */
    private final class Client extends SimpleChannelInboundHandler<ByteBuf> {

        private final HttpAnswers answers = new HttpAnswers();
        private ChannelHandlerContext context;
        private long asked;

        @Override
        public void channelActive(ChannelHandlerContext active) {
            context = active;
            ask();
        }

        void ask() {
            asked = System.nanoTime();
            var unused = context.writeAndFlush(request.duplicate(), context.voidPromise());
        }

        @Override
        protected void channelRead0(ChannelHandlerContext ignored, ByteBuf bytes) {
            if (answers.read(bytes) == 0) {
                return;
            }
            if (measuring) {
                times.record(System.nanoTime() - asked);
            }
            if (repeating) {
                ask();
            } else {
                resting.countDown();
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext ignored) {
            fail(new BenchException("a connection was closed"));
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext ignored, Throwable cause) {
            fail(cause);
        }
    }
}
