package org.asterism.bench.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.SimpleChannelInboundHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** A connection to the bare lock table; any number of threads may take locks at once. */
final class LockConnection {

    private static final int TIMEOUT_SECONDS = 10;

    private final ConcurrentHashMap<Long, CompletableFuture<Long>> waiting = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private final Channel channel;

    LockConnection(Transport transport, int port) throws InterruptedException {
        channel = transport
                .client()
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel connection) {
                        connection.pipeline().addLast(LockFrame.decoder(), new Answers());
                    }
                })
                .connect(InetAddress.getLoopbackAddress(), port)
                .sync()
                .channel();
    }

    /** Returns the token. */
    long acquire(byte[] key) throws IOException, InterruptedException {
        return call(LockFrame.ACQUIRE, key);
    }

    /** Returns before it is released. */
    void release(byte[] key) {
        send(LockFrame.RELEASE, 0, key);
    }

    /** Returns when it is released. */
    void releaseAndWait(byte[] key) throws IOException, InterruptedException {
        var unused = call(LockFrame.RELEASE_ANSWERED, key);
    }

    private long call(byte wanted, byte[] key) throws IOException, InterruptedException {
        long number = numbers.incrementAndGet();
        CompletableFuture<Long> answer = new CompletableFuture<>();
        waiting.put(number, answer);
        send(wanted, number, key);
        try {
            return answer.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the lock table does not answer", e);
        }
    }

    private void send(byte wanted, long number, byte[] key) {
        var unused = channel.writeAndFlush(LockFrame.request(channel, wanted, number, key), channel.voidPromise());
    }

    private final class Answers extends SimpleChannelInboundHandler<ByteBuf> {

        @Override
        protected void channelRead0(ChannelHandlerContext context, ByteBuf frame) {
            CompletableFuture<Long> answer = waiting.remove(LockFrame.number(frame));
            if (answer != null) {
                answer.complete(LockFrame.token(frame));
            }
        }
    }
}
