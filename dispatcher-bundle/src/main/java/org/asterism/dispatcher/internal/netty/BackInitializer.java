package org.asterism.dispatcher.internal.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.http.HttpRequestEncoder;
import org.asterism.dispatcher.internal.Limits;

/** The handlers of a connection to a target. */
final class BackInitializer extends ChannelInitializer<Channel> {

    private final BackConnection back;
    private final Limits limits;

    BackInitializer(BackConnection back, Limits limits) {
        this.back = back;
        this.limits = limits;
    }

    @Override
    protected void initChannel(Channel channel) {
        channel.pipeline().addLast(new BackDecoder(limits), new HttpRequestEncoder(), back);
    }
}
