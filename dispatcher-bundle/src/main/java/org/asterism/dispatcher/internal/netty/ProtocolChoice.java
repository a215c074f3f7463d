package org.asterism.dispatcher.internal.netty;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.ApplicationProtocolNegotiationHandler;

/** Speaks what client and dispatcher have agreed on while they made their connection secret (ALPN). */
@SuppressWarnings("FutureReturnValueIgnored") // what fails closes the channel, and that is heard of
final class ProtocolChoice extends ApplicationProtocolNegotiationHandler {

    private final FrontGate gate;

    ProtocolChoice(FrontGate gate) {
        super(ApplicationProtocolNames.HTTP_1_1);
        this.gate = gate;
    }

    @Override
    protected void configurePipeline(ChannelHandlerContext context, String protocol) {
        if (ApplicationProtocolNames.HTTP_2.equals(protocol)) {
            gate.http2(context.pipeline());
        } else {
            gate.http1(context.pipeline(), true);
        }
    }

    @Override
    protected void handshakeFailure(ChannelHandlerContext context, Throwable cause) {
        Failures.log(context.channel(), cause);
        context.close();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        Failures.log(context.channel(), cause);
        context.close();
    }
}
