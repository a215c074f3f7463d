package org.asterism.dispatcher.internal.netty;

import io.netty.channel.Channel;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http2.Http2Exception;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is logged of exceptions on connections: all in detail at DEBUG, what should not happen at WARN. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    static void log(Channel channel, Throwable cause) {
        if (cause instanceof IOException || cause instanceof DecoderException || cause instanceof Http2Exception) {
            LOG.debug("{} broke", channel, cause);
        } else {
            LOG.warn("{} is closed after an unexpected error", channel, cause);
        }
    }
}
