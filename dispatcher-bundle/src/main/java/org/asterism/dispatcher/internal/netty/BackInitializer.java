package org.asterism.dispatcher.internal.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.http.HttpRequestEncoder;
import org.asterism.dispatcher.internal.Limits;

/** The handlers of a connection to a target. */
final class BackInitializer extends ChannelInitializer<Channel> {

    private final BackConnection back;
    private final Limits limits;
    private final AnswerScan scan;

    BackInitializer(BackConnection back, Limits limits, AnswerScan scan) {
        this.back = back;
        this.limits = limits;
        this.scan = scan;
    }

    @Override
    protected void initChannel(Channel channel) {
        channel.pipeline().addLast(new BackDecoder(limits, scan), new HttpRequestEncoder(), back);
    }
}
