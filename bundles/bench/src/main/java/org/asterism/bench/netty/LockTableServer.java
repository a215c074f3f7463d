package org.asterism.bench.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.SimpleChannelInboundHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/** Exclusive locks by name, first come, first served; nothing else of what makes a lock server. */
public final class LockTableServer implements AutoCloseable {

    private final Transport transport = new Transport();
    private final Channel channel;
    private final Map<String, Queue<Waiter>> held = new HashMap<>();
    private long lastToken;

    private record Waiter(Channel channel, long number) {}

    /** Listens on a free port of the loopback interface. */
    public LockTableServer() throws InterruptedException {
        channel = transport
                .server()
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel connection) {
                        connection.pipeline().addLast(LockFrame.decoder(), new Requests());
                    }
                })
                .bind(InetAddress.getLoopbackAddress(), 0)
                .sync()
                .channel();
    }

    public int port() {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    @Override
    public void close() {
        transport.close();
    }

    private synchronized void acquire(String key, Waiter waiter) {
        Queue<Waiter> queue = held.get(key);
        if (queue == null) {
            held.put(key, new ArrayDeque<>());
            grant(waiter, waiter.channel());
        } else {
            queue.add(waiter);
        }
    }

    private synchronized void release(String key, Channel by) {
        Queue<Waiter> queue = held.get(key);
        Waiter next = queue == null ? null : queue.poll();
        if (next == null) {
            held.remove(key);
        } else {
            grant(next, by);
        }
    }

    private void grant(Waiter waiter, Channel by) {
        lastToken++;
        Channel to = waiter.channel();
        answer(to, waiter.number(), lastToken);
        if (!to.equals(by)) { // what goes back where the request came from leaves with everything else
            to.flush();
        }
    }

    private static void answer(Channel to, long number, long token) {
        var unused = to.write(LockFrame.answer(to, number, token), to.voidPromise());
    }

    private final class Requests extends SimpleChannelInboundHandler<ByteBuf> {

        @Override
        protected void channelRead0(ChannelHandlerContext context, ByteBuf frame) {
            String key = LockFrame.key(frame);
            long number = LockFrame.number(frame);
            byte wanted = LockFrame.wanted(frame);
            if (wanted == LockFrame.ACQUIRE) {
                acquire(key, new Waiter(context.channel(), number));
                return;
            }
            release(key, context.channel());
            if (wanted == LockFrame.RELEASE_ANSWERED) {
                answer(context.channel(), number, 0);
            }
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            context.flush();
        }
    }
}
